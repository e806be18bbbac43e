/**
 * Mail providers where strangers live side by side: two people at `gmail.com` have nothing in common, two at
 * `silvadental.example` probably work together. One list by whole domain, one by name for those with a domain per country.
 */

/** Providers with one name in many countries: `hotmail.fr`, `yahoo.co.uk`. */
const names = new Set(
  'aol fastmail gmx hotmail live msn outlook protonmail rocketmail yahoo ymail'.split(' '),
);

const domains = new Set(
  (
    '126.com 163.com aim.com aliceadsl.fr arcor.de bell.net bellsouth.net bigpond.com bigpond.net.au bluewin.ch bol.com.br ' +
    'btinternet.com charter.net comcast.net cox.net daum.net dodo.com.au duck.com earthlink.net email.com free.fr freenet.de ' +
    'gmail.com googlemail.com hanmail.net hey.com hushmail.com icloud.com iinet.net.au inbox.com inbox.lv interia.pl ' +
    'internode.on.net kpnmail.nl laposte.net libero.it list.ru mac.com mail.com mail.ru mailbox.org me.com naver.com neuf.fr ' +
    'ntlworld.com o2.pl online.no onet.pl optonline.net optusnet.com.au orange.fr pm.me posteo.de proton.me qq.com ' +
    'rediffmail.com rogers.com sapo.pt sbcglobal.net seznam.cz sfr.fr shaw.ca sina.com sky.com skynet.be t-online.de ' +
    'talktalk.net telenet.be telia.com telus.net tiscali.it tpg.com.au tutanota.com uol.com.br verizon.net virgilio.it ' +
    'virginmedia.com vodafone.de wanadoo.fr web.de westnet.com.au wp.pl xs4all.nl xtra.co.nz yandex.com yandex.ru zoho.com'
  ).split(' '),
);

/** Whether anybody can have a mailbox there; the domain in small letters. */
export const isPublicMailDomain = (domain: string): boolean =>
  domains.has(domain) || names.has(domain.split('.')[0] ?? '');
