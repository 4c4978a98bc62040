/** How this directory goes beyond, or departs from, Open Referral UK 3.0. Named by `profile` in the answer of `/`. */
export const profile = (base: string) => ({
  name: 'Held Spaces profile of Open Referral UK 3.0',
  extends: 'https://openreferraluk.org/',
  openapi_url: `${base}/held/openapi.json`,
  vocabularies_url: `${base}/held/vocabularies`,
  prefix: 'held_',
  extensions: {
    service: {
      held_stages: 'Stages of the roadmap: "declared" by the service itself, "suggested" by the keepers of the list.',
      held_kinds: 'What sort of space it is.',
      held_deliveries: 'physical, online, phone, text.',
      held_ways_in: 'How to get in. Missing: not stated.',
      held_audiences: 'Who it says it is made for.',
      held_cost: 'The cost as it was stated. Missing: not stated, which is not free.',
      held_disclosure: 'Who might be told, and when. A topic without an answer is not known; it is never "no".',
      held_area_served: 'Nations and region of the people it is for.',
      held_provenance: 'Where the record comes from, when it was checked, and whether it is sample data.',
      held_sample: 'true: sample data, whose facts must be checked before anybody relies on them.',
    },
    location: {
      held_precision: 'exact, district, town or area. Only an exact point is the building.',
      held_location_disclosure: 'area_only: the address is private and is not in this directory.',
      held_partial_address: 'What is known of an address that is not whole.',
      held_area: 'Name of the place, for people.',
    },
    schedule: {held_conditional: 'true: the notes limit when the rule holds, so it must not be worked out.'},
    phone: {held_keyword: 'The word to send to a text line.'},
  },
  also_used:
    'HSDS 3 fields that the UK profile leaves out: contact.email and phones, location.url, language.name and code, cost_option.currency, fees_description, schedule.until, taxonomy_term.code.',
  departures: [
    'opens_at and closes_at are wall time in Europe/London, without an offset: one weekly rule cannot carry a fixed offset over the change of the clocks. closes_at at or before opens_at is the next day; 00:00 to 23:59 is the whole day.',
    'A row under minimal=true holds name and status beside id and last_modified, because the schema requires both.',
    'An address that is not whole is under held_partial_address, because the schema requires every part of an address.',
  ],
});
