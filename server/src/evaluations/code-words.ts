/**
 * The words that take-back codes are made of: short, concrete, spelled one way in Britain, and at peace. A code may be
 * written down in a hard moment, so none of them is about harm, fear, bodies, families, money or luck, and none cheers.
 * The order is part of every code: words may be added to another list, never to this one.
 */
export const codeWords: readonly string[] = `
  acoustic album almost always amount ancient animal antenna antique apple april arch arctic arena arrow art artist
  artwork atom august author autumn avocado badge balance balcony ball bamboo banana banner barrel base basket bean
  begin bench bicycle bird blanket blossom blouse blue board boat bonus book border bottom box bracket bread breeze
  brick bridge brief bright bring broccoli bronze broom brown brush bubble buddy bulb bundle butter buzz cabbage cabin
  cable cactus cake camera camp canal candy canoe canvas canyon captain carbon card cargo carpet carry cart casual cat
  category celery century cereal chair chalk chapter cheese cherry chicken chimney choice chuckle cinnamon circle city
  clap clarify clay clean clerk clever climb clip clock cloth cloud club coach coast coconut coffee coil coin collect
  column comic company concert cook copper copy coral corn correct cotton couch country course cover craft crane cream
  cricket crisp crop crowd crystal cube cup cupboard curious curtain curve cushion custom cycle dance day deer design
  desk detail dial diamond diary digital dinner dinosaur dish display distance dolphin door double dove dragon drama
  draw dream dress drum duck dune dynamic eagle early earn earth east easy echo edge eight elder electric elegant
  element elephant energy engine enough envelope equal evening evolve exact example exhibit expand explain fabric
  famous farm fashion feather feature february festival field figure film filter fish flag flat flight float floor
  flower fluid foam focus foil folder follow food forest fork fortune forum forward fossil fox frame fresh friend
  fringe frog front fruit gadget galaxy gallery game garage garden garlic garment gate gather gentle giant gift ginger
  giraffe glass globe glove glow goat gold goose gown grain grape grass green grid grocery group grow guitar hamster
  harvest hat hawk hedgehog height hello hill history hobby hockey holiday home honey hood horse hotel hour humble
  idea image inch index indoor inner insect inside invite island item ivory jacket jaguar jar jazz jeans jelly jewel
  join joke journey juice jump jungle keen keep ketchup kick kingdom kit kitchen kite kitten kiwi label ladder lake
  lamp language laptop large later latin laundry lawn layer leader leaf learn lecture lemon length lens leopard lesson
  letter level library light lion liquid list little lizard local logic loop lounge luggage lumber lunch magnet mail
  major maple marble march margin market matrix meadow measure medal melody member mention menu merry metal middle
  milk million minute mirror mobile model modify moment monkey month moon morning motion mountain mouse movie muffin
  museum mushroom music name napkin narrow nature near needle nest network noble noodle normal north note notice novel
  number oak ocean october olive olympic onion open opera orange orbit orchard organ ostrich otter outdoor outer
  outside oval oven owner oxygen oyster paddle page palace palm panda paper parade parrot party path pattern pave
  peanut pelican pencil pepper phone photo phrase piano picnic picture pigeon pilot pink pioneer pizza planet plastic
  plate play please plug poem poet polar pole pond pony pool popular portion postcard potato pottery present produce
  program project proof pudding pumpkin pupil puppy purple purse puzzle pyramid quality quarter question quick quiz
  rabbit raccoon radar radio rail rainbow raise ramp ranch range rapid rare recipe record rely reply reunion rhythm
  ribbon rice ridge ring ripple river road robin robot rocket roof rookie room rose round route rug ruler runway rural
  saddle sail salad salmon salon salt salute sample sand sauce scale scarf scene school science scissors scout screen
  script search season seat second seed select seven shell shield shine ship shoe shop shrimp silk silver similar
  simple size sketch skill skirt slender slice slide smooth snack snow soap social sock sofa soft solar solid song
  soon soup south space spare special sphere spice spider spin spoon sport spread spring square squirrel stable
  stadium stage stairs stamp stand star start station steel stem step stereo stone story stove street student studio
  style sugar suit summer sun sunny sunset surface swallow swan sweet swim swing symbol syrup table tail talent talk
  taste taxi teach team tennis tent text thank theme three thunder ticket tide tiger timber tiny tissue title toast
  today together token tomato tomorrow tool top topic tortoise total tourist towel tower town toy track traffic train
  travel tray treat tree trim trip trophy truck true trumpet tube tulip tumble tuna tunnel turkey turtle twelve twenty
  twin umbrella under unfold uniform unique universe update uphold upper useful usual valley van velvet venture verb
  version vessel viable vibrant video view village vintage violin visit visual vivid vocal voice volume voyage wagon
  walk wall walnut warm water wave weather website weekend welcome west whale wheat wheel whisper wide width willow
  window wing winter wise wish wonder wood wool word work world write yard yellow zebra zero zone zoo
`
  .trim()
  .split(/\s+/);
