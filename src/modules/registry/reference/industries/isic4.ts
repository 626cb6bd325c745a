/**
 * Sections and divisions of ISIC Rev. 4 (United Nations, Statistical Papers M 4/Rev.4, 2008). NACE Rev. 2 (Regulation
 * (EC) No 1893/2006) has the same codes at these two levels, so both systems are read from this table. Chinese wording
 * of the sections is our own.
 */
export const isic4 = `
A 农业、林业和渔业 | Agriculture, forestry and fishing
  01 | Crop and animal production, hunting and related service activities
  02 | Forestry and logging
  03 | Fishing and aquaculture
B 采矿和采石 | Mining and quarrying
  05 | Mining of coal and lignite
  06 | Extraction of crude petroleum and natural gas
  07 | Mining of metal ores
  08 | Other mining and quarrying
  09 | Mining support service activities
C 制造业 | Manufacturing
  10 | Food products
  11 | Beverages
  12 | Tobacco products
  13 | Textiles
  14 | Wearing apparel
  15 | Leather and related products
  16 | Wood and products of wood and cork, except furniture; articles of straw and plaiting materials
  17 | Paper and paper products
  18 | Printing and reproduction of recorded media
  19 | Coke and refined petroleum products
  20 | Chemicals and chemical products
  21 | Basic pharmaceutical products and pharmaceutical preparations
  22 | Rubber and plastic products
  23 | Other non-metallic mineral products
  24 | Basic metals
  25 | Fabricated metal products, except machinery and equipment
  26 | Computer, electronic and optical products
  27 | Electrical equipment
  28 | Machinery and equipment not elsewhere classified
  29 | Motor vehicles, trailers and semi-trailers
  30 | Other transport equipment
  31 | Furniture
  32 | Other manufacturing
  33 | Repair and installation of machinery and equipment
D 电力、燃气、蒸汽和空调的供应 | Electricity, gas, steam and air conditioning supply
  35 | Electricity, gas, steam and air conditioning supply
E 供水；污水处理、废物管理和补救 | Water supply; sewerage, waste management and remediation activities
  36 | Water collection, treatment and supply
  37 | Sewerage
  38 | Waste collection, treatment and disposal; materials recovery
  39 | Remediation and other waste management services
F 建筑业 | Construction
  41 | Construction of buildings
  42 | Civil engineering
  43 | Specialised construction activities
G 批发和零售业；汽车和摩托车的修理 | Wholesale and retail trade; repair of motor vehicles and motorcycles
  45 | Wholesale and retail trade and repair of motor vehicles and motorcycles
  46 | Wholesale trade, except of motor vehicles and motorcycles
  47 | Retail trade, except of motor vehicles and motorcycles
H 运输和储存 | Transportation and storage
  49 | Land transport and transport via pipelines
  50 | Water transport
  51 | Air transport
  52 | Warehousing and support activities for transportation
  53 | Postal and courier activities
I 住宿和餐饮 | Accommodation and food service activities
  55 | Accommodation
  56 | Food and beverage service activities
J 信息和通信 | Information and communication
  58 | Publishing activities
  59 | Film, video and television programme production, sound recording and music publishing
  60 | Programming and broadcasting activities
  61 | Telecommunications
  62 | Computer programming, consultancy and related activities
  63 | Information service activities
K 金融和保险 | Financial and insurance activities
  64 | Financial services, except insurance and pension funding
  65 | Insurance, reinsurance and pension funding, except compulsory social security
  66 | Activities auxiliary to financial services and insurance
L 房地产 | Real estate activities
  68 | Real estate activities
M 专业、科学和技术活动 | Professional, scientific and technical activities
  69 | Legal and accounting activities
  70 | Activities of head offices; management consultancy
  71 | Architectural and engineering activities; technical testing and analysis
  72 | Scientific research and development
  73 | Advertising and market research
  74 | Other professional, scientific and technical activities
  75 | Veterinary activities
N 行政和辅助活动 | Administrative and support service activities
  77 | Rental and leasing activities
  78 | Employment activities
  79 | Travel agencies, tour operators, reservation services and related activities
  80 | Security and investigation activities
  81 | Services to buildings and landscape activities
  82 | Office administration, office support and other business support
O 公共管理和国防；强制性社会保障 | Public administration and defence; compulsory social security
  84 | Public administration and defence; compulsory social security
P 教育 | Education
  85 | Education
Q 人体健康和社会工作 | Human health and social work activities
  86 | Human health activities
  87 | Residential care activities
  88 | Social work activities without accommodation
R 艺术、娱乐和文娱活动 | Arts, entertainment and recreation
  90 | Creative, arts and entertainment activities
  91 | Libraries, archives, museums and other cultural activities
  92 | Gambling and betting activities
  93 | Sports, amusement and recreation activities
S 其他服务活动 | Other service activities
  94 | Activities of membership organisations
  95 | Repair of computers and personal and household goods
  96 | Other personal service activities
T 家庭作为雇主的活动；家庭自用产品和服务 | Activities of households as employers; goods and services produced by households for own use
  97 | Activities of households as employers of domestic personnel
  98 | Goods and services produced by private households for own use
U 国际组织和机构 | Activities of extraterritorial organisations and bodies
  99 | Activities of extraterritorial organisations and bodies
`;
