/** A report as a mail server (RFC 3464) or a provider's feedback loop (RFC 5965) writes it. */
export function aReport(about: {
  messageId: string;
  recipient: string;
  reason: string;
  action?: string;
  status?: string;
  complaint?: boolean;
}): string {
  const { messageId, recipient, reason, action = 'failed', status = '5.1.1' } = about;
  const isComplaint = about.complaint === true;
  const part = isComplaint
    ? [
        'Content-Type: message/feedback-report',
        '',
        'Feedback-Type: abuse',
        'User-Agent: Loop/1.0',
        'Version: 1',
        `Original-Rcpt-To: <${recipient}>`,
      ]
    : [
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.example',
        'Arrival-Date: Sat, 21 Nov 2026 09:00:00 +0000',
        '',
        `Original-Recipient: rfc822;${recipient}`,
        'Final-Recipient: rfc822; forwarded@elsewhere.example',
        `Action: ${action}`,
        `Status: ${status}`,
        `Diagnostic-Code: smtp;`,
        `  ${reason}`,
      ];
  return [
    'From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example>',
    'To: billing@harbourpine.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${isComplaint ? 'feedback-report' : 'delivery-status'}; boundary="B"`,
    '',
    '--B',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'This is the mail system. Your mail could not be delivered.',
    '',
    '--B',
    ...part,
    '',
    '--B',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    'Subject: Invoice',
    '',
    '--B--',
    '',
  ].join('\r\n');
}
