/** Statements as banks write them, for tests. */

export type TableLine = { day: string; name: string; reference?: string; amount: string };

/** A table with commas and points, as an Australian bank exports it. */
export const aTable = (lines: readonly TableLine[]): string =>
  [
    'Date,Name,Reference,Amount',
    ...lines.map(({ day, name, reference = '', amount }) =>
      [day, name, reference, amount].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
    ),
    '',
  ].join('\n');

export type OfxLine = { id: string; day: string; amount: string; name: string; memo: string };

/** OFX of version 1: SGML, where values have no end. */
export const anOfxFile = (lines: readonly OfxLine[], account = '12345678'): string =>
  `OFXHEADER:100
DATA:OFXSGML
VERSION:102
ENCODING:USASCII
CHARSET:1252

<OFX>
<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20261125<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS>
<CURDEF>AUD
<BANKACCTFROM><BANKID>062000<ACCTID>${account}<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20261101<DTEND>20261130
${lines
  .map(
    ({ id, day, amount, name, memo }) =>
      `<STMTTRN>\n<TRNTYPE>CREDIT\n<DTPOSTED>${day}120000[+11:AEDT]\n<TRNAMT>${amount}\n<FITID>${id}\n<NAME>${name}\n<MEMO>${memo}\n</STMTTRN>`,
  )
  .join('\n')}
</BANKTRANLIST><LEDGERBAL><BALAMT>5000.00<DTASOF>20261130</LEDGERBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1>
</OFX>
`;

/** OFX of version 2: the same as XML. */
export const anOfxXmlFile = (lines: readonly OfxLine[], account = '12345678'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>AUD</CURDEF>
<BANKACCTFROM><ACCTID>${account}</ACCTID></BANKACCTFROM><BANKTRANLIST>
${lines
  .map(
    ({ id, day, amount, name, memo }) =>
      `<STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>${day}</DTPOSTED><TRNAMT>${amount}</TRNAMT><FITID>${id}</FITID><NAME>${name}</NAME><MEMO>${memo}</MEMO></STMTTRN>`,
  )
  .join('\n')}
</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
`;

export type CamtEntry = {
  id: string;
  amount: string;
  name?: string;
  words?: string;
  sign?: 'CRDT' | 'DBIT';
  status?: string;
  day?: string;
  /** The amounts of the transfers in it, when there are several. */
  batch?: readonly string[];
};

/** One entry of a statement; texts are XML already. */
export function aCamtEntry(entry: CamtEntry): string {
  const {
    id,
    amount,
    name = 'Ana Silva',
    words = '',
    sign = 'CRDT',
    status = 'BOOK',
    day = '2026-11-24',
  } = entry;
  const party = sign === 'CRDT' ? 'Dbtr' : 'Cdtr';
  const transfer = (own: string | null) =>
    `<n:TxDtls><n:Refs><n:EndToEndId>NOTPROVIDED</n:EndToEndId></n:Refs>${
      own === null ? '' : `<n:Amt Ccy="AUD">${own}</n:Amt>`
    }<n:RltdPties><n:${party}><n:Pty><n:Nm>${name}</n:Nm></n:Pty></n:${party}></n:RltdPties><n:RmtInf><n:Ustrd>${words}</n:Ustrd></n:RmtInf></n:TxDtls>`;
  return `<n:Ntry><n:Amt Ccy="AUD">${amount}</n:Amt><n:CdtDbtInd>${sign}</n:CdtDbtInd><n:Sts><n:Cd>${status}</n:Cd></n:Sts><n:BookgDt><n:Dt>${day}</n:Dt></n:BookgDt><n:AcctSvcrRef>${id}</n:AcctSvcrRef><n:NtryDtls>${
    entry.batch === undefined ? transfer(null) : entry.batch.map(transfer).join('')
  }</n:NtryDtls></n:Ntry>`;
}

/** CAMT.053 with a name space, as some banks write it. */
export const aCamtFile = (entries: readonly string[], account = '062000 12345678'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<n:Document xmlns:n="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><n:BkToCstmrStmt><n:GrpHdr><n:MsgId>1</n:MsgId></n:GrpHdr><n:Stmt><n:Id>1</n:Id><n:Acct><n:Id><n:Othr><n:Id>${account}</n:Id></n:Othr></n:Id></n:Acct>
${entries.join('\n')}
</n:Stmt></n:BkToCstmrStmt></n:Document>
`;
