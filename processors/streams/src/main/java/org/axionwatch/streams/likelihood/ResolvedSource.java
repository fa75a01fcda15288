package org.axionwatch.streams.likelihood;

import org.axionwatch.records.xray.XrayResponse;
import org.axionwatch.records.xray.XraySource;
import org.jspecify.annotations.Nullable;

/**
 * A source description with the response it names.
 *
 * @param source the description
 * @param response the response, null where the source names none or it has not arrived
 */
record ResolvedSource(XraySource source, @Nullable XrayResponse response) {

    boolean isComplete() {
        return source.getResponseId().isEmpty() || response != null;
    }
}
