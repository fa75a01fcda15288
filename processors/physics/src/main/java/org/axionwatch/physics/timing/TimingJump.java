package org.axionwatch.physics.timing;

import org.axionwatch.physics.dispersion.ToaSelection;

/**
 * A constant offset of selected arrival times (JUMP), added to their residuals.
 *
 * @param name name of the term
 * @param selection arrival times it acts on
 * @param offsetSeconds offset as the timing model has it, s
 */
public record TimingJump(String name, ToaSelection selection, double offsetSeconds) {}
