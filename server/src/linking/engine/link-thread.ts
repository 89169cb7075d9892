import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { linkOrders } from './link-order.ts';
import type { LinkOrder } from './orders.ts';

// On Linux this is the priority of the thread alone: whoever waits for a page goes first.
if (process.platform === 'linux') setPriority(0, 10);

const link = linkOrders();
parentPort!.on('message', (order: LinkOrder) => parentPort!.postMessage(link(order)));
