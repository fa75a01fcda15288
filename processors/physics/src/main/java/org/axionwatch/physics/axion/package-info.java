/** Axion-induced delay, resonance templates, the matched-filter bank and its additive evidence. */
@NullMarked
package org.axionwatch.physics.axion;

import org.jspecify.annotations.NullMarked;
