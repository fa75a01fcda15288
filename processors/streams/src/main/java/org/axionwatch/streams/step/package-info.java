/** What every step shares: counted decoding, the ledger, named bad records, and how topics are read and written. */
@NullMarked
package org.axionwatch.streams.step;

import org.jspecify.annotations.NullMarked;
