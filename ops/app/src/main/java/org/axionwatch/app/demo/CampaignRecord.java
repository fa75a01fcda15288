package org.axionwatch.app.demo;

import org.apache.avro.specific.SpecificRecord;

/**
 * One record that the campaign publishes.
 *
 * @param key key of the record
 * @param timestampMillis record time, ms after 1970
 * @param value the record; its class tells the topic
 */
record CampaignRecord(String key, long timestampMillis, SpecificRecord value) {}
