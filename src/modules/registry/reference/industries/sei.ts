/** Fields and second level of 战略性新兴产业分类（2018）, National Bureau of Statistics, order no. 23. English wording is our own. */
export const sei = `
1 新一代信息技术产业 | Next-generation information technology
  1.1 下一代信息网络产业 | Next-generation information networks
  1.2 电子核心产业 | Core electronics
  1.3 新兴软件和新型信息技术服务 | Emerging software and new information technology services
  1.4 互联网与云计算、大数据服务 | Internet, cloud computing and big data services
  1.5 人工智能 | Artificial intelligence
2 高端装备制造产业 | High-end equipment
  2.1 智能制造装备产业 | Intelligent manufacturing equipment
  2.2 航空装备产业 | Aviation equipment
  2.3 卫星及应用产业 | Satellites and their applications
  2.4 轨道交通装备产业 | Rail transit equipment
  2.5 海洋工程装备产业 | Marine engineering equipment
3 新材料产业 | New materials
  3.1 先进钢铁材料 | Advanced steel
  3.2 先进有色金属材料 | Advanced non-ferrous metals
  3.3 先进石化化工新材料 | Advanced petrochemical and chemical materials
  3.4 先进无机非金属材料 | Advanced inorganic non-metallic materials
  3.5 高性能纤维及制品和复合材料 | High-performance fibres, their products and composites
  3.6 前沿新材料 | Frontier materials
  3.7 新材料相关服务 | Services related to new materials
4 生物产业 | Biology-based industry
  4.1 生物医药产业 | Biopharmaceuticals
  4.2 生物医学工程产业 | Biomedical engineering
  4.3 生物农业及相关产业 | Bio-agriculture and related industry
  4.4 生物质能产业 | Biomass energy
  4.5 其他生物业 | Other biology-based industry
5 新能源汽车产业 | New energy vehicles
  5.1 新能源汽车整车制造 | Complete new energy vehicles
  5.2 新能源汽车装置、配件制造 | Devices and parts for new energy vehicles
  5.3 新能源汽车相关设施制造 | Facilities for new energy vehicles
  5.4 新能源汽车相关服务 | Services related to new energy vehicles
6 新能源产业 | New energy
  6.1 核电产业 | Nuclear power
  6.2 风能产业 | Wind energy
  6.3 太阳能产业 | Solar energy
  6.4 生物质能及其他新能源产业 | Biomass and other new energy
  6.5 智能电网产业 | Smart grids
7 节能环保产业 | Energy saving and environmental protection
  7.1 高效节能产业 | Energy efficiency
  7.2 先进环保产业 | Advanced environmental protection
  7.3 资源循环利用产业 | Recycling of resources
8 数字创意产业 | Digital creative industry
  8.1 数字创意技术设备制造 | Equipment for digital creation
  8.2 数字文化创意活动 | Digital culture and creative activities
  8.3 设计服务 | Design services
  8.4 数字创意与融合服务 | Digital creation and converged services
9 相关服务业 | Related services
  9.1 新技术与创新创业服务 | Services for new technology, innovation and start-ups
  9.2 其他相关服务 | Other related services
`;
