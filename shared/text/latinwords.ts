// Latin words as Chinese papers print them: common English words, compounds that are written in one, parts of compounds
// that keep their hyphen, and names with capitals inside. Our own lists; they only need to tell likely from unlikely.

const list = (text: string): Set<string> => new Set(text.trim().split(/\s+/))

const common = list(`
a about above account across act action active add after again age agency agent ago agree agreement air all allow almost alone along
already also always am among amount an analysis and animal annual another answer any anyone appear apple application apply area
arrive art article artificial as ask assistant association at attack away baby back bad bank bar base based battery bay be beach bear
beautiful beauty became because become bed been before began begin behind being believe belt benefit best better between beyond big
bike bill bird black blue board body book born both box boy brand bread break bridge bright bring british brother brown budget build
building built bus business but buy by cake call came camera camp can capital car carbon card care carry case cash cell center central
century certain chain chair challenge chance change channel charge chat check chicken chief child children china chinese chip choice
church circle city class clean clear clever click climate clock close cloud club code coffee cold college color come common community
company computer conference connect control cook cooking cool copy core corner cost could council country course court cover create
creative credit cross culture cup current customer cut dance dark data date daughter day dead deal dear decade decide deep defense
degree delta design desk detail develop development device did die diet different digital dinner direct director discover discovery disease do
doctor does dog done door double down dragon dream dress drink drive driven driver drug dry during each early earth east eastern easy
eat economic economy edge education effect eight either electric electronic else end energy engine engineer english enjoy
enough enter enterprise environment europe even evening event ever every evidence exchange expert express eye face fact factory fall
family famous fan far farm fashion fast father feel festival few field fight file film final finance financial find fine finger fire
first fish five flag flat flight floor flow flower fly follow food foot for force foreign forest form forum forward found foundation four
free french fresh friend friendly from front fruit full fun fund future gallery game garden gas gate gave general generation get giant gift girl give given
glass global go goal gold golden gone good got government grand great green ground group grow growth guest guide had hair half hall
hand happy hard has have he head health healthy hear heart heat heavy held hello help her here high hill him himself his history hit
hold holiday home honor hope hospital hot hotel hour house how human hundred ice idea if image impact important in include industry
information initiative innovation inside institute integrated intelligence intelligent interest international internet into investment is island issue it its
japan job join journal journey jump just keep key kid kind king kitchen knew know knowledge known lab labor lady lake land language
large last late later laugh launch law lead leader league learn learning least leave left legend less let letter level library life
light like limit line link list listen little live living local logic logo london long look lost lot love low lucky lunch machine
made magazine magic mail main make maker man management manager many map mark market marketing master match material matter may me
mean media medical medicine meet meeting member memory men message metal method metro middle might mile milk million mind mine minute
miss mobile model modern moment money month moon more morning most mother motion motor mountain mouse move movement movie much museum
music must my name nation national native natural nature near need network never new news next nice night nine no noble nor north not note
nothing now number ocean of off offer office official often oil old on once one online only open opera or orange order organization
original other our out over own page paint paper parent park part partner party pass past path pay peace people performance perhaps
person phone photo photograph piece place plan plane planet plant plastic platform play player please plus point police policy pop popular port possible
post power practice president press pretty price prime print private prize problem process produce product production professional program
project protect public pull pure put quality queen question quick quiet race radio rail rain rate rather reach read ready real really
reason record red region report research rest result return rice rich ride right ring rise river road robot rock role room round royal
rule run safe said sale same sand save say scale school science scientific scientist score sea search season seat second section secure
security see seem sell send sense series serious serve service set seven several share she ship shop short should show side sign silk
simple since single sister site situation six size skill skin sky sleep slow small smart smile snow so social society soft solar
sold solution some son song soon sort soul sound source south space speak special speech speed spirit sport spring square staff stage
stand standard star start state station stay step still stock stone stop store story strategy stream street strong student studio study
style subject success such sugar summer summit sun super support sure surface surprise sustainable sweet system table take talk tank taste
tax tea teach teacher team tech technical technology tell ten term test than thank that the their them theme then theory there these
they thing think third this those thought thousand three through ticket time title to today together told tomorrow ton too took top
total touch tour tower town toy track trade traditional traffic train training travel treatment tree trend trial trip true trust try
turn two type under understand union unit united universe university until up urban us use used useful user value vaccine very victory video view
village visit voice volume wait walk wall want war was watch water wave way we weather web week welcome well went were west western what wheel
when where which while white who whole why wide wild will win wind window wine winter wish with within without woman women wonder
word work worker world would write writer wrong year yellow yes yet you young your youth zero zone
algorithm assembly automatic automation broadcast championship collaboration communication competition component concert conservation construction
consumer container cooperation corporation customs database delivery democracy department electricity emission entertainment
equipment exhibition experience experiment exploration export factor framework freedom frontier gravity guarantee heritage identity import
incubator infrastructure inspection instrument insurance interface laboratory leadership literature logistics maintenance manufacture manufacturing
measurement mechanism microscope mission molecule navigation negotiation nuclear nutrition observation operation opportunity orchestra particle
passenger physics pipeline pollution population precision presentation principle procedure processing processor productivity property protection
protocol quantum reaction recognition reform regulation renewable reservoir resolution resource satellite semiconductor sensor silicon simulation
software solid spectrum statistics storage structure supply surgery telecommunication telescope temperature theater transformer transmission transport
transportation vehicle ventilation verification version visual warehouse wireless
`)

const compounds = list(`
afternoon airline airport anyone backbone background backup ballroom baseball basketball bedroom birthday billboard blackboard blockchain bluebird blueprint bluetooth bookshop bookstore breakdown breakfast breakthrough butterfly broadband broadcast
broadway classroom copyright countdown countryside crossover crowdfunding daylight deadline download earthquake eastward everyone everything eyewitness
fairground farmland fingerprint feedback fireman firewall fireworks football footprint framework freelance freshman friendship gatekeeper gateway goldfish grandfather grandmother greenhouse groundwater guideline hallmark handbook handmade hardware
headline headquarters heartbeat highlight highway homeland homepage homework household housewife keyboard keynote keyword landmark landscape laptop
leadership lifestyle lifetime livestream livestock masterpiece metaverse milestone moonlight motherboard motorcycle motorway network newsletter newspaper nightclub nowadays notebook
offline offshore offspring online outdoor outlook outlet output overseas overview ownership partnership passport password pineapple pipeline playground policymaker postcard powerhouse
railroad railway rainforest rainbow roadmap roadshow schoolboy seafood seaside shareholder showroom skyscraper smartphone snowboard snowflake software somebody something spacecraft spotlight storytelling strawberry spreadsheet
steamship sunlight sunrise supermarket supernova superstar takeaway takeover teamwork timeline toolkit touchscreen trademark turnover underground
understanding underwater update upgrade upload upstream waterfall waterfront watermark watermelon waterproof website weekend whiteboard wildlife windfall wireless workflow workforce workplace workshop
worldwide woodland antibody antibiotic ultrasound ultraviolet timetable firefighter caregiver wheelchair masterclass midnight
midfield midday subway mooncake shipbuilder copywriter yearbook
`)

/** Words written in one as well as in two: `may be`, `in to`, `every day`. */
const either = list(
  `maybe into onto anyone everyone someone cannot everyday anyway already alone altogether upon within without before today`,
)

/** What keeps its hyphen before it, and after it. */
export const lastParts = list(`
driven based friendly oriented free related style like term time end scale level speed quality tech known made class minded led up off in out on
down back to by of the and per rich proof wide long old year day edge ready powered backed owned funded run side round way sized
making saving looking speaking growing standing ranking winning intensive efficient depth person site line demand chief law general elect
being natured generation dimensional readable neutral resistant sensitive dependent compatible conscious specific called new cold black
blue collar sea seeker founder aware like worthy bound prone averse shaped coloured colored haired eyed handed hearted minute hour month week
meter metre mile foot inch degree storey story member language
`)
export const firstParts = list(`
anti ultra twenty thirty forty fifty sixty seventy eighty ninety must self non ex well high low long short full half part all real open cross multi mid semi quasi high-end third second first two three four
zero one low-carbon state user data ai vice editor cutting large small world energy time cost health eye far award
`)

/** What is written in one with what follows it: `overlook`, `handwriting`. */
export const closedParts = list(`
over out under sub super fore hand fire sun rain snow moon ship water wind for in be can car man per pro dis but her his was con par ten
`)

const names = list(`
OpenAI ChatGPT DeepSeek GitHub YouTube LinkedIn TikTok WeChat PayPal BioNTech HarmonyOS SpaceX StarLink JavaScript TypeScript TensorFlow
PyTorch PowerPoint MacBook AirPods AirPlay BeiDou McDonald FaceTime HomePod Blu-ray PlayStation StarCraft WordPress PhD QQ DNA RNA NBA CBA GDP CPI
PPI WTO WHO APEC ASEAN BRICS UNESCO NASA CCTV CGTN HUAWEI LVMH AIGC AGI LLM GPU CPU NPU LED LCD OLED USB HDMI VPN WLAN PDF RFID MRI
BYD NIO XPeng TCL BOE CATL SMIC TSMC AMD IBM BBC CNN ATM POS PLC ETC ERP CRM SaaS PaaS IaaS IPO VIP CEO CFO CTO MBA EMBA
`)

export const isWord = (text: string): boolean => {
  const word = text.toLowerCase()
  return known(word) || stems(word).some(known)
}

const known = (word: string): boolean => common.has(word) || compounds.has(word)

/** What a word can be an inflected form of. */
function stems(word: string): string[] {
  const out: string[] = []
  for (const [ending, instead] of endings)
    if (word.length > ending.length + 2 && word.endsWith(ending)) out.push(word.slice(0, -ending.length) + instead)
  return out
}

const endings: [ending: string, instead: string][] = [
  ["s", ""],
  ["es", ""],
  ["ies", "y"],
  ["ed", ""],
  ["ed", "e"],
  ["ing", ""],
  ["ing", "e"],
  ["ly", ""],
  ["er", ""],
  ["er", "e"],
  ["ers", ""],
  ["al", ""],
]

export const isName = (text: string): boolean => names.has(text)

export const openCompound = (left: string, right: string): boolean => either.has((left + right).toLowerCase())

const suffix =
  /^(?:t?ions?|ations?|ments?|ness|ings?|ed|ly|ally|ity|ities|able|ible|ance|ence|ency|ive|ous|ful|less|ism|ist|ists|ology|ics|ical|ture|tures|sion|cy|ty|ry|ble|ting|ning|ding|ring|ling|tional|ers|ors)$/
const noStart =
  /^(?:[bcdfgjkmnpqrstvwxz]{4}|(?:bb|cc|ck|dd|ff|gg|ld|lk|ll|lt|mb|mm|mp|nc|nd|ng|nk|nn|nt|pp|pt|rb|rc|rd|rg|rk|rl|rm|rn|rp|rr|rs|rt|rv|ss|tt|xt|zz))/
const noEnd = /(?:[bcdfgjkmnpqrstvwxz]{4}|bl|br|cl|cr|dr|fl|fr|gl|gr|pl|pr|tr|kn|wr|sl|j|q|v)$/

/** Whether letters cannot be a whole word: a bare suffix, no vowel, or sounds that no English word ends or begins with. */
export function isFragment(text: string, side: "head" | "tail"): boolean {
  const word = text.toLowerCase()
  if (text !== word || isWord(word)) return false
  if (!/[aeiouy]/.test(word)) return word.length > 1
  return side === "tail" ? suffix.test(word) || noStart.test(word) : noEnd.test(word)
}
