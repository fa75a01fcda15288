package org.axionwatch.physics.dispersion;

/**
 * One flag of an arrival time.
 *
 * @param name name without its hyphen
 * @param value value as written, empty where the flag has none
 */
public record ToaFlag(String name, String value) {}
