package org.axionwatch.app.demo;

/**
 * What the built-in campaign contains.
 *
 * @param signals whether signals are injected; without them every source is a null source, on the same noise
 * @param framesPerPulsar observing epochs scheduled for each pulsar before gaps, 3 or more
 */
record CampaignOptions(boolean signals, int framesPerPulsar) {
    private static final int DEFAULT_FRAMES_PER_PULSAR = 60;

    CampaignOptions {
        if (framesPerPulsar < 3) {
            throw new IllegalArgumentException("framesPerPulsar must be at least 3, not " + framesPerPulsar);
        }
    }

    static CampaignOptions withSignals() {
        return new CampaignOptions(true, DEFAULT_FRAMES_PER_PULSAR);
    }

    static CampaignOptions withoutSignals() {
        return new CampaignOptions(false, DEFAULT_FRAMES_PER_PULSAR);
    }
}
