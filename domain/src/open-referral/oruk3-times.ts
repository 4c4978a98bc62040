/** Opening times and dated things as schedules of Open Referral UK 3.0. */
import {parseDay, weekdayIndex, weekdays} from '../london-time.js';
import type {Schedule, Space, SpaceEvent} from '../space.js';
import {given, type IdOf, type JsonObject} from './oruk3-json.js';

/** Every schedule of a service, its weekly hours first. Something dated says so, so that it is not read as its hours. */
export function schedulesOf(space: Space, idOf: IdOf): JsonObject[] {
  const weekly = space.schedules.map((schedule, index) => ({
    id: idOf('schedule', `${space.id}/${index}`),
    service_id: space.id,
    ...toSchedule(schedule),
  }));
  const dated = (space.events ?? []).map(event => ({
    id: idOf('schedule', `${space.id}/event/${event.dtstart}/${event.opensAt ?? ''}/${event.name ?? ''}`),
    service_id: space.id,
    ...toSchedule(scheduleOfEvent(event)),
    ...given({description: event.name}),
    held_event: true,
  }));
  return [...weekly, ...dated];
}

/** An event as the rule that holds on its days and on no other. */
export function scheduleOfEvent({dtstart, until = dtstart, opensAt, closesAt}: SpaceEvent): Schedule {
  const first = parseDay(dtstart) ?? 0;
  const days = Math.min(6, Math.max(0, (parseDay(until) ?? first) - first));
  const on = Array.from({length: days + 1}, (_, after) => weekdayIndex(first + after));
  return {
    freq: 'WEEKLY',
    byday: weekdays.filter((_, index) => on.includes(index)),
    dtstart,
    until,
    ...(opensAt !== undefined && {opensAt}),
    ...(closesAt !== undefined && {closesAt}),
  };
}

function toSchedule(schedule: Schedule): JsonObject {
  const {opensAt, closesAt} = schedule;
  const allDay = opensAt === '00:00' && (closesAt === '24:00' || closesAt === '00:00');
  return given({
    freq: schedule.freq,
    interval: schedule.interval,
    byday: schedule.byday.join(',') || undefined,
    dtstart: schedule.dtstart,
    until: schedule.until,
    valid_from: schedule.validFrom,
    valid_to: schedule.validTo,
    opens_at: opensAt,
    // The standard's guidance writes a whole day as 00:00 to 23:59, and knows no 24:00.
    closes_at: allDay ? '23:59' : closesAt === '24:00' ? '00:00' : closesAt,
    notes: schedule.notes,
    held_conditional: schedule.conditional,
  });
}
