/** Parties of the rehearsal's cases. Every name is made up; so is the district they are in. */
import type { DemoParty } from './plot.ts';

type Gender = DemoParty['gender'];

export const PARTIES: Readonly<Record<string, DemoParty>> = {
  chenhe: legal('示例市演示区晨禾鲜食超市有限公司', '演示大道12号', '贺虚明', 'male', '1986-04-12'),
  wenge: legal('示例市演示区稳歌百货有限公司', '演示大道35号', '温虚歌', 'female', '1990-09-03'),
  zhouyin: legal('示例市昼隐健康器械有限公司', '实例路8号', '周虚隐', 'male', '1983-02-27'),
  juding: legal('示例市巨鼎仿木制品有限公司', '工业一路3号', '巨虚鼎', 'male', '1979-11-15'),
  bufan: legal('示例市步幡鞋服有限公司', '演示大道77号', '步虚帆', 'female', '1992-06-08'),
  liangjia: legal('示例市量佳连锁超市有限公司', '样板街1号', '梁虚佳', 'male', '1988-01-20'),
  yanyan: legal('示例市演妍美容服务有限公司', '样板街26号', '颜虚妍', 'female', '1995-03-30'),
  xinshi: legal('示例市信拾网络科技有限公司', '实例路102号', '辛虚拾', 'male', '1991-12-11'),
  hedao: legal('示例市禾稻粮油有限公司', '粮库巷5号', '何虚稻', 'male', '1976-08-19'),
  yunguo: legal('示例市云果生鲜有限公司', '样板街58号', '云虚果', 'female', '1993-05-21'),
  tangwan: legal('示例市汤晚餐饮管理有限公司', '演示大道140号', '汤虚晚', 'female', '1989-10-02'),
  muyu: legal('示例市沐余餐饮有限公司', '实例路66号', '沐虚余', 'male', '1987-07-14'),
  qinglan: legal('示例市青岚便利店有限公司', '青岚路9号', '卿虚岚', 'female', '1996-02-05'),
  beiduo: legal('示例市贝朵母婴用品有限公司', '样板街90号', '贝虚朵', 'female', '1994-11-28'),
  gongxu: legal('示例市工序仓储有限公司', '工业二路18号', '龚虚序', 'male', '1981-09-09'),
  shanye: legal('示例市山野食品有限公司', '粮库巷17号', '单虚野', 'male', '1984-03-16'),
  jingtian: legal('示例市镜田电器商行有限公司', '演示大道201号', '景虚田', 'male', '1982-12-24'),
  luoluo: legal('示例市络络电子商务有限公司', '实例路150号', '骆虚络', 'female', '1997-08-07'),
  hanmo: legal('示例市寒墨文化用品有限公司', '青岚路31号', '韩虚墨', 'male', '1985-06-18'),
  futai: legal('示例市浮台生活超市有限公司', '青岚路88号', '傅虚台', 'male', '1980-04-04'),
  changlin: legal('示例市长林运动用品有限公司', '样板街133号', '常虚林', 'male', '1990-10-10'),
  antong: legal('示例市安桐机械租赁有限公司', '工业三路6号', '安虚桐', 'male', '1978-05-13'),
  meizhi: legal('示例市眉知护肤服务有限公司', '演示大道188号', '梅虚知', 'female', '1998-01-31'),
  lanwei: legal('示例市拦味小馆餐饮有限公司', '蓝苇巷2号', '兰虚微', 'female', '1986-12-06'),
  xuemian: business('示例市演示区雪面早餐店', '实例路15号', '薛虚面', 'female', '1971-03-08'),
  dongcai: business('示例市演示区冬菜摊', '样板农贸市场12号摊', '董虚菜', 'male', '1968-10-25'),
  yutou: business('示例市演示区鱼头水产摊', '样板农贸市场31号摊', '于虚头', 'male', '1974-07-17'),
  guoguo: business('示例市演示区果果水果店', '青岚路52号', '郭虚果', 'female', '1988-02-14'),
  laozhao: business('示例市演示区老灶面馆', '粮库巷40号', '赵虚灶', 'male', '1965-01-09'),
  huaping: business('示例市演示区花瓶小吃店', '蓝苇巷11号', '花虚萍', 'female', '1979-09-29'),
  liuyi: natural('柳虚移', '青岚路7号3幢201室', 'male', '1983-08-08'),
  maqian: natural('马虚迁', '样板街60号5幢402室', 'female', '1991-04-23'),
  tianbu: natural('田虚步', '演示大道9号1幢105室', 'male', '1976-06-30'),
  songyu: natural('宋虚羽', '粮库巷22号2幢301室', 'female', '1987-11-19'),
};

function organisation(kind: 'legal' | 'individual-business') {
  return (
    name: string,
    street: string,
    person: string,
    gender: Gender,
    born: string,
  ): DemoParty => ({ kind, name, address: `示例市演示区${street}`, person, gender, born });
}

function legal(...about: [string, string, string, Gender, string]): DemoParty {
  return organisation('legal')(...about);
}

function business(...about: [string, string, string, Gender, string]): DemoParty {
  return organisation('individual-business')(...about);
}

function natural(name: string, street: string, gender: Gender, born: string): DemoParty {
  const address = `示例市演示区${street}`;
  return { kind: 'natural', name, address, person: name, gender, born };
}
