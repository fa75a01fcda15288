/** What the physics costs by itself (JMH), and what the whole topology makes of the machine (end to end). Never run by tests. */
@NullMarked
package org.axionwatch.bench;

import org.jspecify.annotations.NullMarked;
