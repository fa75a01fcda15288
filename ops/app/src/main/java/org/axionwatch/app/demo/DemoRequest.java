package org.axionwatch.app.demo;

/**
 * What the demo is asked for.
 *
 * @param seed seed of the campaign
 * @param signals whether signals are injected
 * @param once whether it ends after the closing table, instead of keeping the stream and its status page
 */
public record DemoRequest(long seed, boolean signals, boolean once) {}
