/** A small client that asks every route, and ends badly when one is answered otherwise; what is found
 * by night is worked on in growing.ts. */

import {
  addCustomers,
  changeCustomer,
  changeProfile,
  endCustomer,
  scoreHealth,
} from "./customers.js";
import { readFigures, readHealth, runEverybody, sayHealth } from "./figures.js";
import { gatherAdvocates, helpDeals, keepValue } from "./growth.js";
import { holdReview, planSuccess, recordAdvocacy } from "./plans.js";
import { agreeContracts, readMetrics, readRevenue } from "./revenue.js";
import { askProduct } from "./requests.js";
import { askAdvocates, planReviews, readDue } from "./reviews.js";
import { keepPromises, moveTiers } from "./tiers.js";
import { doTasks, stayInTouch } from "./work.js";

const one = await addCustomers();
await changeCustomer(one);
await changeProfile(one);
await scoreHealth(one);
await planSuccess(one);
await holdReview(one);
await recordAdvocacy(one);
await doTasks(one);
await stayInTouch(one);
await askProduct(one);
await readFigures(one);
await readHealth(one);
await sayHealth(one);
await moveTiers(one);
await keepPromises(one);
await agreeContracts(one);
await readRevenue();
await readMetrics(one);
await planReviews(one);
await readDue();
await askAdvocates(one);
await gatherAdvocates(one);
await helpDeals(one);
await keepValue(one);
await runEverybody();
await endCustomer(one);
