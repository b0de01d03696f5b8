import { minorUnits } from '@tiwizi/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was sold, as it was shown: never changed. */
@Entity({ schema: 'orders', name: 'order_line' })
export class OrderLine {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') orderId!: string;
  @Column('uuid') subOrderId!: string;
  @Column('uuid') variantId!: string;
  @Column('int') quantity!: number;
  @Column(minorUnits) totalAmount!: number;
}
