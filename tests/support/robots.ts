/**
 * Those who open links without being asked: mail scanners, previews of messengers, search engines, programs. As they say who they
 * are, and what they do with an address: some only ask for its head, some write it in another way before they follow it.
 */
export type Robot = {
  name: string;
  userAgent: string;
  methods: readonly ('GET' | 'HEAD')[];
  rewrites?: 'once' | 'twice' | 'tracks';
};

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const get = ['GET'] as const;
const headFirst = ['HEAD', 'GET'] as const;

export const robots: readonly Robot[] = [
  { name: 'Safe Links', userAgent: chrome, methods: headFirst, rewrites: 'twice' },
  { name: 'Safe Links at the click', userAgent: chrome, methods: get, rewrites: 'once' },
  { name: 'Defender sandbox', userAgent: `${chrome} Edg/126.0.0.0`, methods: get },
  {
    name: 'Proofpoint',
    userAgent: 'Mozilla/5.0 (compatible; Proofpoint URL Defense)',
    methods: headFirst,
    rewrites: 'once',
  },
  { name: 'Mimecast', userAgent: 'Mozilla/5.0 (compatible; Mimecast)', methods: headFirst },
  { name: 'Barracuda', userAgent: 'Barracuda Sentinel (EE)', methods: headFirst },
  { name: 'Cisco', userAgent: 'Mozilla/5.0 (compatible; CiscoSecureEmail)', methods: get },
  { name: 'Trend Micro', userAgent: 'Mozilla/4.0 (compatible; TMUFE)', methods: get },
  { name: 'Symantec', userAgent: 'Mozilla/5.0 (compatible; SymantecEmailSecurity)', methods: headFirst },
  { name: 'Sophos', userAgent: 'Mozilla/5.0 (compatible; SophosTimeOfClick)', methods: get },
  {
    name: 'Gmail image proxy',
    userAgent: 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
    methods: get,
  },
  { name: 'Slackbot', userAgent: 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', methods: get },
  { name: 'Slack image', userAgent: 'Slack-ImgProxy (+https://api.slack.com/robots)', methods: headFirst },
  { name: 'WhatsApp', userAgent: 'WhatsApp/2.24.1', methods: get },
  { name: 'Telegram', userAgent: 'TelegramBot (like TwitterBot)', methods: get },
  {
    name: 'Teams',
    userAgent:
      'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
    methods: headFirst,
  },
  {
    name: 'iMessage',
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0',
    methods: get,
  },
  {
    name: 'Facebook',
    userAgent: 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    methods: get,
  },
  { name: 'LinkedIn', userAgent: 'LinkedInBot/1.0 (compatible; Mozilla/5.0)', methods: get },
  {
    name: 'Discord',
    userAgent: 'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
    methods: get,
  },
  { name: 'Signal', userAgent: 'WhatsApp/2', methods: headFirst },
  {
    name: 'Googlebot',
    userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    methods: headFirst,
  },
  {
    name: 'Bing',
    userAgent: 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
    methods: get,
    rewrites: 'tracks',
  },
  { name: 'curl', userAgent: 'curl/8.5.0', methods: headFirst },
  { name: 'a program without a name', userAgent: '', methods: headFirst, rewrites: 'tracks' },
];

/** The address as the robot asks for it: what stands behind a # stays with whoever has it, unless it is written otherwise. */
export function asAsked(address: string, { rewrites }: Robot): string {
  const url = new URL(address);
  if (rewrites === 'tracks')
    url.search = url.search === '' ? '?utm_source=mail' : `${url.search}&utm_source=mail`;
  const path = url.pathname + url.search;
  if (url.hash === '' || rewrites === undefined || rewrites === 'tracks') return path;
  return `${path}${rewrites === 'once' ? '%23' : '%2523'}${url.hash.slice(1)}`;
}
