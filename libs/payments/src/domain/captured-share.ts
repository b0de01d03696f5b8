import { minorUnits } from '@tiwizi/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sub-order that a capture pays for. */
@Entity({ schema: 'payments', name: 'captured_share' })
export class CapturedShare {
  @PrimaryColumn('uuid') paymentId!: string;
  @PrimaryColumn('uuid') subOrderId!: string;
  @Column('text') subOrderNumber!: string;
  @Column('uuid') cooperativeId!: string;
  @Column(minorUnits) amount!: number;
}
