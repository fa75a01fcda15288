package org.axionwatch.topics.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.axionwatch.records.xray.XrayResponse;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;

/** The response of a source description: numbers on its bins, or the ARF and RMF to fold onto them. */
final class ResponseDescription {
    private final String responseId;
    private final int version;
    private final List<Double> edgesKeV;
    private final List<Double> effectiveAreaCm2;
    private final List<Double> redistribution;
    private final String area;
    private final String matrix;

    /** Notes mistakes; reads no file. */
    ResponseDescription(YamlMap map, List<Double> edgesKeV) {
        int bins = Math.max(0, edgesKeV.size() - 1);
        this.edgesKeV = edgesKeV;
        responseId = map.text("responseId", null);
        version = (int) map.number("version", 1.0);
        matrix = map.text("rmf", "");
        area = map.text("arf", "");
        boolean numbers = matrix.isEmpty();
        effectiveAreaCm2 = numbers ? map.binned("effectiveAreaCm2", bins, true) : List.of();
        redistribution = numbers ? map.binned("redistribution", bins * bins, true) : List.of();
        if (numbers && !area.isEmpty()) {
            map.mistake("arf", "needs an rmf");
        }
        map.refuseOthers();
    }

    String responseId() {
        return responseId;
    }

    /** @throws ArchiveFormatException where a file cannot be read, lies outside the folder or does not fit the other */
    XrayResponse read(Path folder, boolean outsideAllowed) {
        if (matrix.isEmpty()) {
            return new XrayResponse(responseId, version, edgesKeV, effectiveAreaCm2, redistribution);
        }
        EffectiveArea effectiveArea = area.isEmpty() ? null : EffectiveArea.read(inside(folder, area, outsideAllowed));
        return new InstrumentResponse(effectiveArea, new RmfReader().read(inside(folder, matrix, outsideAllowed)))
                .onto(responseId, version, edgesKeV);
    }

    private static Path inside(Path folder, String name, boolean outsideAllowed) {
        try {
            Path file = folder.resolve(name).toRealPath();
            if (!outsideAllowed && !file.startsWith(folder.toRealPath())) {
                throw new ArchiveFormatException(Reason.OUTSIDE_FOLDER, name, "response of a source description");
            }
            return file;
        } catch (IOException e) {
            throw new ArchiveFormatException(
                    Reason.NOT_READABLE, name, e.getClass().getSimpleName(), e);
        }
    }
}
