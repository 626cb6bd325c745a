/**
 * Provinces, prefectures and most county-level cities of China under the first digits of their division codes (GB/T
 * 2260), the short Chinese name and its usual Latin spelling. County-level cities whose names are everyday brands (东方,
 * 永安, 平安 …) are left out: reading them as places would take the brand away. Entries are `code name=latin`; the Latin
 * spelling is missing where a place of higher rank has the same one.
 *
 * It is fixed with the version of the method: stored keys of names depend on it (see METHOD.md).
 */
export const chinaPlaceTable = `
11北京=beijing 12天津=tianjin 13河北=hebei 14山西=shanxi 15内蒙古=innermongolia 21辽宁=liaoning 22吉林=jilin 23黑龙江=heilongjiang 31上海=shanghai 32江苏=jiangsu 33浙江=zhejiang 34安徽=anhui
35福建=fujian 36江西=jiangxi 37山东=shandong 41河南=henan 42湖北=hubei 43湖南=hunan 44广东=guangdong 45广西=guangxi 46海南=hainan 50重庆=chongqing 51四川=sichuan 52贵州=guizhou 53云南=yunnan
54西藏=tibet 61陕西=shaanxi 62甘肃=gansu 63青海=qinghai 64宁夏=ningxia 65新疆=xinjiang 71台湾=taiwan 81香港=hongkong 82澳门=macao 1301石家庄=shijiazhuang 1302唐山=tangshan
1303秦皇岛=qinhuangdao 1304邯郸=handan 1305邢台=xingtai 1306保定=baoding 1307张家口=zhangjiakou 1308承德=chengde 1309沧州=cangzhou 1310廊坊=langfang 1311衡水=hengshui 1401太原=taiyuan
1402大同=datong 1403阳泉=yangquan 1404长治=changzhi 1405晋城=jincheng 1406朔州=shuozhou 1407晋中=jinzhong 1408运城=yuncheng 1409忻州=xinzhou 1410临汾=linfen 1411吕梁=lvliang
1501呼和浩特=hohhot 1502包头=baotou 1503乌海=wuhai 1504赤峰=chifeng 1505通辽=tongliao 1506鄂尔多斯=ordos 1507呼伦贝尔=hulunbeier 1508巴彦淖尔=bayannaoer 1509乌兰察布=wulanchabu 1522兴安=xingan
1525锡林郭勒=xilinguole 1529阿拉善=alashan 2101沈阳=shenyang 2102大连=dalian 2103鞍山=anshan 2104抚顺=fushun 2105本溪=benxi 2106丹东=dandong 2107锦州=jinzhou 2108营口=yingkou 2109阜新=fuxin
2110辽阳=liaoyang 2111盘锦=panjin 2112铁岭=tieling 2113朝阳=chaoyang 2114葫芦岛=huludao 2201长春=changchun 2202吉林=jilin 2203四平=siping 2204辽源=liaoyuan 2205通化=tonghua 2206白山=baishan
2207松原=songyuan 2208白城=baicheng 2224延边=yanbian 2301哈尔滨=harbin 2302齐齐哈尔=qiqihaer 2303鸡西=jixi 2304鹤岗=hegang 2305双鸭山=shuangyashan 2306大庆=daqing 2307伊春=yichun
2308佳木斯=jiamusi 2309七台河=qitaihe 2310牡丹江=mudanjiang 2311黑河=heihe 2312绥化=suihua 2327大兴安岭=daxinganling 3201南京=nanjing 3202无锡=wuxi 3203徐州=xuzhou 3204常州=changzhou
3205苏州=suzhou 3206南通=nantong 3207连云港=lianyungang 3208淮安=huaian 3209盐城=yancheng 3210扬州=yangzhou 3211镇江=zhenjiang 3212泰州=taizhou 3213宿迁=suqian 3301杭州=hangzhou
3302宁波=ningbo 3303温州=wenzhou 3304嘉兴=jiaxing 3305湖州=huzhou 3306绍兴=shaoxing 3307金华=jinhua 3308衢州=quzhou 3309舟山=zhoushan 3310台州=taizhou 3311丽水=lishui 3401合肥=hefei
3402芜湖=wuhu 3403蚌埠=bengbu 3404淮南=huainan 3405马鞍山=maanshan 3406淮北=huaibei 3407铜陵=tongling 3408安庆=anqing 3410黄山=huangshan 3411滁州=chuzhou 3412阜阳=fuyang 3413宿州=suzhou
3415六安=luan 3416亳州=bozhou 3417池州=chizhou 3418宣城=xuancheng 3501福州=fuzhou 3502厦门=xiamen 3503莆田=putian 3504三明=sanming 3505泉州=quanzhou 3506漳州=zhangzhou 3507南平=nanping
3508龙岩=longyan 3509宁德=ningde 3601南昌=nanchang 3602景德镇=jingdezhen 3603萍乡=pingxiang 3604九江=jiujiang 3605新余=xinyu 3606鹰潭=yingtan 3607赣州=ganzhou 3608吉安=jian 3609宜春=yichun
3610抚州=fuzhou 3611上饶=shangrao 3701济南=jinan 3702青岛=qingdao 3703淄博=zibo 3704枣庄=zaozhuang 3705东营=dongying 3706烟台=yantai 3707潍坊=weifang 3708济宁=jining 3709泰安=taian
3710威海=weihai 3711日照=rizhao 3713临沂=linyi 3714德州=dezhou 3715聊城=liaocheng 3716滨州=binzhou 3717菏泽=heze 4101郑州=zhengzhou 4102开封=kaifeng 4103洛阳=luoyang 4104平顶山=pingdingshan
4105安阳=anyang 4106鹤壁=hebi 4107新乡=xinxiang 4108焦作=jiaozuo 4109濮阳=puyang 4110许昌=xuchang 4111漯河=luohe 4112三门峡=sanmenxia 4113南阳=nanyang 4114商丘=shangqiu 4115信阳=xinyang
4116周口=zhoukou 4117驻马店=zhumadian 4201武汉=wuhan 4202黄石=huangshi 4203十堰=shiyan 4205宜昌=yichang 4206襄阳=xiangyang 4207鄂州=ezhou 4208荆门=jingmen 4209孝感=xiaogan 4210荆州=jingzhou
4211黄冈=huanggang 4212咸宁=xianning 4213随州=suizhou 4228恩施=enshi 4301长沙=changsha 4302株洲=zhuzhou 4303湘潭=xiangtan 4304衡阳=hengyang 4305邵阳=shaoyang 4306岳阳=yueyang
4307常德=changde 4308张家界=zhangjiajie 4309益阳=yiyang 4310郴州=chenzhou 4311永州=yongzhou 4312怀化=huaihua 4313娄底=loudi 4331湘西=xiangxi 4401广州=guangzhou 4402韶关=shaoguan
4403深圳=shenzhen 4404珠海=zhuhai 4405汕头=shantou 4406佛山=foshan 4407江门=jiangmen 4408湛江=zhanjiang 4409茂名=maoming 4412肇庆=zhaoqing 4413惠州=huizhou 4414梅州=meizhou
4415汕尾=shanwei 4416河源=heyuan 4417阳江=yangjiang 4418清远=qingyuan 4419东莞=dongguan 4420中山=zhongshan 4451潮州=chaozhou 4452揭阳=jieyang 4453云浮=yunfu 4501南宁=nanning
4502柳州=liuzhou 4503桂林=guilin 4504梧州=wuzhou 4505北海=beihai 4506防城港=fangchenggang 4507钦州=qinzhou 4508贵港=guigang 4509玉林=yulin 4510百色=baise 4511贺州=hezhou 4512河池=hechi
4513来宾=laibin 4514崇左=chongzuo 4601海口=haikou 4602三亚=sanya 4603三沙=sansha 4604儋州=danzhou 5101成都=chengdu 5103自贡=zigong 5104攀枝花=panzhihua 5105泸州=luzhou 5106德阳=deyang
5107绵阳=mianyang 5108广元=guangyuan 5109遂宁=suining 5110内江=neijiang 5111乐山=leshan 5113南充=nanchong 5114眉山=meishan 5115宜宾=yibin 5116广安=guangan 5117达州=dazhou 5118雅安=yaan
5119巴中=bazhong 5120资阳=ziyang 5132阿坝=aba 5133甘孜=ganzi 5134凉山=liangshan 5201贵阳=guiyang 5202六盘水=liupanshui 5203遵义=zunyi 5204安顺=anshun 5205毕节=bijie 5206铜仁=tongren
5223黔西南=qianxinan 5226黔东南=qiandongnan 5227黔南=qiannan 5301昆明=kunming 5303曲靖=qujing 5304玉溪=yuxi 5305保山=baoshan 5306昭通=zhaotong 5307丽江=lijiang 5308普洱=puer 5309临沧=lincang
5323楚雄=chuxiong 5325红河=honghe 5326文山=wenshan 5328西双版纳=xishuangbanna 5329大理=dali 5331德宏=dehong 5333怒江=nujiang 5334迪庆=diqing 5401拉萨=lhasa 5402日喀则=rikaze 5403昌都=changdou
5404林芝=linzhi 5405山南=shannan 5406那曲=naqu 5425阿里=ali 6101西安=xian 6102铜川=tongchuan 6103宝鸡=baoji 6104咸阳=xianyang 6105渭南=weinan 6106延安=yanan 6107汉中=hanzhong 6108榆林=yulin
6109安康=ankang 6110商洛=shangluo 6201兰州=lanzhou 6202嘉峪关=jiayuguan 6203金昌=jinchang 6204白银=baiyin 6205天水=tianshui 6206武威=wuwei 6207张掖=zhangye 6208平凉=pingliang
6209酒泉=jiuquan 6210庆阳=qingyang 6211定西=dingxi 6212陇南=longnan 6229临夏=linxia 6230甘南=gannan 6301西宁=xining 6302海东=haidong 6322海北=haibei 6323黄南=huangnan 6325海南=hainan
6326果洛=guoluo 6327玉树=yushu 6328海西=haixi 6401银川=yinchuan 6402石嘴山=shizuishan 6403吴忠=wuzhong 6404固原=guyuan 6405中卫=zhongwei 6501乌鲁木齐=urumqi 6502克拉玛依=kelamayi
6504吐鲁番=tulufan 6505哈密=hami 6523昌吉=changji 6527博尔塔拉=boertala 6528巴音郭楞=bayinguoleng 6529阿克苏=akesu 6530克孜勒苏=kezilesu 6531喀什=kashen 6532和田=hetian 6540伊犁=yili
6542塔城=tacheng 6543阿勒泰=aletai 130181辛集=xinji 130183晋州 130184新乐=xinle 130281遵化=zunhua 130283迁安=qianan 130284滦州=luanzhou 130481武安=wuan 130581南宫=nangong 130582沙河=shahe
130681涿州=zhuozhou 130682定州=dingzhou 130684高碑店=gaobeidian 130881平泉=pingquan 130981泊头=botou 130982任丘=renqiu 130983黄骅=huanghua 130984河间=hejian 131081霸州=bazhou
131082三河=sanhe 131182深州=shenzhou 140181古交=gujiao 140681怀仁=huairen 140781介休=jiexiu 140881永济=yongji 140882河津=hejin 140981原平=yuanping 141081侯马=houma 141082霍州=huozhou
141181孝义=xiaoyi 141182汾阳=fenyang 150581霍林郭勒=huolinguole 150781满洲里=manzhouli 150782牙克石=yakeshi 150783扎兰屯=zhalantun 150784额尔古纳=eerguna 150785根河=genhe 150981丰镇=fengzhen
152201乌兰浩特=wulanhaote 152202阿尔山=aershan 152501二连浩特=erlianhaote 152502锡林浩特=xilinhaote 210281瓦房店=wafangdian 210283庄河=zhuanghe 210381海城=haicheng 210681东港=donggang
210682凤城=fengcheng 210781凌海=linghai 210782北镇=beizhen 210881盖州=gaizhou 210882大石桥=dashiqiao 211081灯塔=dengta 211281调兵山=tiaobingshan 211282开原=kaiyuan 211381北票=beipiao
211382凌源=lingyuan 220182榆树 220183德惠=dehui 220184公主岭=gongzhuling 220281蛟河=jiaohe 220282桦甸=huadian 220283舒兰=shulan 220284磐石=panshi 220382双辽=shuangliao
220581梅河口=meihekou 220582集安 220681临江=linjiang 220781扶余=fuyu 220881洮南=taonan 222401延吉=yanji 222402图们=tumen 222403敦化=dunhua 222404珲春=huichun 222405龙井=longjing
222406和龙=helong 230183尚志=shangzhi 230281讷河=nehe 230381虎林=hulin 230382密山=mishan 230882富锦=fujin 230883抚远=fuyuan 231081绥芬河=suifenhe 231083海林=hailin 231084宁安=ningan
231085穆棱=muleng 231086东宁=dongning 231181北安=beian 231182五大连池=wudalianchi 231183嫩江=nenjiang 231282肇东=zhaodong 231283海伦=hailun 232701漠河=mohe 320281江阴=jiangyin
320282宜兴=yixing 320381新沂=xinyi 320382邳州=pizhou 320481溧阳=liyang 320581常熟=changshu 320582张家港=zhangjiagang 320583昆山=kunshan 320585太仓=taicang 320681启东=qidong
320682如皋=rugao 320981东台=dongtai 321081仪征=yizheng 321084高邮=gaoyou 321181丹阳=danyang 321182扬中=yangzhong 321183句容=jurong 321282靖江=jingjiang 330182建德=jiande 330281余姚=yuyao
330282慈溪=cixi 330381瑞安=ruian 330382乐清=leqing 330383龙港=longgang 330481海宁=haining 330482平湖=pinghu 330483桐乡=tongxiang 330681诸暨=zhuji 330683嵊州=shengzhou 330781兰溪=lanxi
330782义乌=yiwu 330783东阳=dongyang 330881江山=jiangshan 331081温岭=wenling 331082临海=linhai 331083玉环=yuhuan 340181巢湖=chaohu 340281无为 340881桐城=tongcheng 340882潜山=qianshan
341182明光=mingguang 341282界首=jieshou 341881宁国=ningguo 341882广德=guangde 350181福清=fuqing 350581石狮=shishi 350582晋江=jinjiang 350583南安=nanan 350781邵武=shaowu
350782武夷山=wuyishan 350783建瓯=jianou 350881漳平=zhangping 350982福鼎=fuding 360481瑞昌=ruichang 360482共青城=gongqingcheng 360483庐山=lushan 360681贵溪=guixi 360781瑞金=ruijin
360783龙南 360881井冈山=jinggangshan 360981丰城=fengcheng 360982樟树=zhangshu 360983高安=gaoan 361181德兴=dexing 370281胶州=jiaozhou 370283平度=pingdu 370285莱西=laixi 370481滕州=tengzhou
370681龙口=longkou 370682莱阳=laiyang 370683莱州=laizhou 370685招远=zhaoyuan 370686栖霞=qixia 370687海阳=haiyang 370781青州=qingzhou 370782诸城=zhucheng 370783寿光=shouguang
370784安丘=anqiu 370785高密=gaomi 370786昌邑=changyi 370881曲阜=qufu 370883邹城=zoucheng 370982新泰=xintai 370983肥城=feicheng 371082荣成=rongcheng 371083乳山=rushan 371481乐陵=leling
371482禹城=yucheng 371581临清=linqing 371681邹平=zouping 410181巩义=gongyi 410182荥阳=xingyang 410183新密=xinmi 410184新郑=xinzheng 410185登封=dengfeng 410381偃师=yanshi
410481舞钢=wugang 410482汝州=ruzhou 410581林州=linzhou 410781卫辉=weihui 410782辉县=huixian 410783长垣=changyuan 410882沁阳=qinyang 410883孟州=mengzhou 411081禹州=yuzhou
411082长葛=changge 411281义马=yima 411282灵宝=lingbao 411381邓州=dengzhou 411681项城=xiangcheng 419001济源=jiyuan 420281大冶=daye 420381丹江口=danjiangkou 420581宜都=yidou
420582当阳=dangyang 420583枝江=zhijiang 420682老河口=laohekou 420683枣阳=zaoyang 420684宜城=yicheng 420881钟祥=zhongxiang 420882京山=jingshan 420981应城=yingcheng 420982安陆=anlu
420984汉川=hanchuan 421081石首=shishou 421083洪湖=honghu 421087松滋=songzi 421088监利=jianli 421181麻城=macheng 421182武穴=wuxue 421281赤壁=chibi 421381广水=guangshui 422801恩施
422802利川=lichuan 429004仙桃=xiantao 429005潜江=qianjiang 430181浏阳=liuyang 430182宁乡=ningxiang 430281醴陵=liling 430381湘乡=xiangxiang 430382韶山=shaoshan 430481耒阳=leiyang
430482常宁=changning 430581武冈=wugang 430582邵东=shaodong 430681汨罗=miluo 430682临湘=linxiang 430781津市=jinshi 430981沅江=yuanjiang 431081资兴=zixing 431281洪江=hongjiang
431381冷水江=lengshuijiang 431382涟源=lianyuan 433101吉首=jishou 440281乐昌=lechang 440282南雄=nanxiong 440781台山=taishan 440784鹤山=heshan 440881廉江=lianjiang 440882雷州=leizhou
440883吴川=wuchuan 440982化州=huazhou 441481兴宁=xingning 441581陆丰=lufeng 441781阳春=yangchun 441882连州=lianzhou 445281普宁=puning 445381罗定=luoding 450381荔浦=lipu 450481岑溪=cenxi
450881桂平=guiping 450981北流=beiliu 451081靖西=jingxi 451082平果=pingguo 451381合山=heshan 451481凭祥 469001五指山=wuzhishan 469002琼海=qionghai 469005文昌=wenchang
510181都江堰=dujiangyan 510182彭州=pengzhou 510183邛崃=qionglai 510184崇州=chongzhou 510185简阳=jianyang 510681广汉=guanghan 510682什邡=shenfang 510683绵竹=mianzhu 510781江油=jiangyou
510981射洪=shehong 511083隆昌=longchang 511181峨眉山=emeishan 511381阆中=langzhong 511681华蓥=huaying 511781万源=wanyuan 513201马尔康=maerkang 513301康定=kangding 513401西昌=xichang
520181清镇=qingzhen 520281盘州=panzhou 520381赤水=chishui 520382仁怀=renhuai 522301兴义=xingyi 522702福泉=fuquan 530181安宁=anning 530381宣威=xuanwei 530481澄江=chengjiang
530581腾冲=tengchong 530681水富=shuifu 532301楚雄 532501个旧=gejiu 532502开远=kaiyuan 532503蒙自=mengzi 532504弥勒=mile 532601文山 532801景洪=jinghong 532901大理 533102瑞丽=ruili
533301泸水=lushui 533401香格里拉=xianggelila 610482彬州 610581韩城=hancheng 610681子长=zichang 610881神木=shenmu 620981玉门=yumen 620982敦煌=dunhuang 622901临夏 632301同仁 632701玉树
632801格尔木=geermu 632802德令哈=delingha 632803茫崖=mangya 640181灵武=lingwu 640381青铜峡=qingtongxia 652301昌吉 652302阜康=fukang 652701博乐=bole 652702阿拉山口=alashankou
652801库尔勒=kuerle 652901阿克苏 652902库车=kuche 653001阿图什=atushen 653101喀什 653201和田 654002伊宁=yining 654003奎屯=kuitun 654004霍尔果斯=huoerguosi 654201塔城 654202乌苏=wusu 654301阿勒泰
659001石河子=shihezi 659002阿拉尔=alaer 659003图木舒克=tumushuke 659004五家渠=wujiaqu 659005北屯=beitun 659006铁门关=tiemenguan 659007双河=shuanghe 659008可克达拉=kekedala 659009昆玉=kunyu
659010胡杨河=huyanghe 659011新星=xinxing
`;
