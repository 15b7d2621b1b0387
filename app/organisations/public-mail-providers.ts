/**
 * Mail services where anyone can have an address: owning one proves nothing about where a person
 * works. Subdomains count as the service.
 */
const PROVIDERS = new Set(
  `gmail.com googlemail.com
   yahoo.co.jp yahoo.com ymail.com ymail.ne.jp rocketmail.com
   outlook.com outlook.jp hotmail.com hotmail.co.jp live.com live.jp msn.com
   icloud.com me.com mac.com
   docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp vodafone.ne.jp ymobile.ne.jp
   uqmobile.jp disney.ne.jp willcom.com pdx.ne.jp emobile.ne.jp rakumail.jp
   nifty.com nifty.ne.jp biglobe.ne.jp so-net.ne.jp ocn.ne.jp plala.or.jp dti.ne.jp asahi-net.or.jp
   dion.ne.jp auone-net.jp eonet.ne.jp zaq.ne.jp jcom.zaq.ne.jp home.ne.jp hi-ho.ne.jp wakwak.com
   infoweb.ne.jp odn.ne.jp odn.ad.jp sannet.ne.jp tiki.ne.jp commufa.jp
   excite.co.jp goo.jp goo.ne.jp infoseek.jp rakuten.jp livedoor.com aol.jp inter7.jp
   aol.com gmx.com gmx.net gmx.de web.de t-online.de freenet.de orange.fr free.fr laposte.net
   libero.it virgilio.it btinternet.com comcast.net verizon.net att.net
   proton.me protonmail.com pm.me tutanota.com tuta.com tuta.io fastmail.com hey.com zoho.com
   zohomail.com mail.com hushmail.com runbox.com posteo.de
   qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com aliyun.com 139.com
   naver.com daum.net hanmail.net nate.com kakao.com
   mail.ru bk.ru inbox.ru list.ru yandex.ru yandex.com ya.ru rambler.ru
   mailinator.com guerrillamail.com sharklasers.com 10minutemail.com yopmail.com temp-mail.org
   tempmail.com trashmail.com maildrop.cc getnada.com dispostable.com moakt.com mail.tm
   duck.com simplelogin.com anonaddy.com relay.firefox.com privaterelay.appleid.com`
    .split(/\s+/)
    .filter(Boolean),
);

export function isPublicMailProvider(domain: string): boolean {
  const labels = domain.split(".");
  return labels.some((_, i) => PROVIDERS.has(labels.slice(i).join(".")));
}
