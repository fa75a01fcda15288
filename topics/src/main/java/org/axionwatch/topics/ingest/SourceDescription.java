package org.axionwatch.topics.ingest;

import org.axionwatch.records.xray.XrayResponse;
import org.axionwatch.records.xray.XraySource;
import org.jspecify.annotations.Nullable;

/**
 * What a source description file says.
 *
 * @param source the source
 * @param response its response, null where the description gives effective areas only
 * @param columnX name of the first position column of its event lists
 * @param columnY name of the second position column
 */
public record SourceDescription(XraySource source, @Nullable XrayResponse response, String columnX, String columnY) {
    SourceDescription withResponse(XrayResponse read) {
        return new SourceDescription(source, read, columnX, columnY);
    }
}
