package org.axionwatch.streams.alert;

import org.axionwatch.records.alert.Tense;

/**
 * @param policy when notices are sent
 * @param tense what kind of truth the data are: ARCHIVAL for a replay, CURRENT for live data
 */
public record AlertSettings(AlertPolicy policy, Tense tense) {}
