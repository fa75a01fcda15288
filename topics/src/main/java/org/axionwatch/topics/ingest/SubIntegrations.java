package org.axionwatch.topics.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sub-integrations of a frame: each is one value of the flag {@code -subint}; without the flag, the TOAs within one second
 * of its first.
 */
final class SubIntegrations {
    private static final double SAME_TIME_SECONDS = 1.0;

    private SubIntegrations() {}

    /** Numbers from 0 in order of time, for the TOAs of one frame in that order. */
    static Map<TimToa, Integer> numbered(List<TimToa> byTime) {
        var numbers = new LinkedHashMap<String, Integer>();
        var result = new LinkedHashMap<TimToa, Integer>();
        TimToa first = null;
        int unnamed = 0;
        for (TimToa toa : byTime) {
            String name = toa.flag("subint").map(value -> "subint " + value).orElse("");
            if (name.isEmpty()) {
                if (first == null
                        || Numbers.secondsBetween(
                                        first.datum().time(), toa.datum().time())
                                > SAME_TIME_SECONDS) {
                    first = toa;
                    unnamed++;
                }
                name = "time " + unnamed;
            }
            Integer number = numbers.putIfAbsent(name, numbers.size());
            result.put(toa, number == null ? numbers.size() - 1 : number);
        }
        return result;
    }
}
