import { Module } from '@nestjs/common';
import { IdentityModule } from '@tiwizi/identity';
import { Links } from './domain/links.js';
import { OnCaseDecided } from './events/on-case-decided.js';
import { OnCodeRequested } from './events/on-code-requested.js';
import { OnConfirmationCodeIssued } from './events/on-confirmation-code-issued.js';
import { OnCooperativeDecided } from './events/on-cooperative-decided.js';
import { OnOrderConfirmed } from './events/on-order-confirmed.js';
import { OnOrderEnded } from './events/on-order-ended.js';
import { OnSubOrderChanged } from './events/on-sub-order-changed.js';
import { MailboxController } from './http/mailbox.controller.js';
import { MessageRows } from './persistence/message-rows.js';
import { SendMessage } from './sending/send-message.js';
import { Transports } from './sending/transports.js';
import { ReadMailboxQuery } from './use-cases/read-mailbox.query.js';
import { WriteMessages } from './use-cases/write-messages.js';

@Module({
  imports: [IdentityModule],
  controllers: [MailboxController],
  providers: [
    Links,
    WriteMessages,
    MessageRows,
    ReadMailboxQuery,
    Transports,
    SendMessage,
    OnCodeRequested,
    OnConfirmationCodeIssued,
    OnOrderConfirmed,
    OnSubOrderChanged,
    OnOrderEnded,
    OnCaseDecided,
    OnCooperativeDecided,
  ],
})
export class NotificationsModule {}
