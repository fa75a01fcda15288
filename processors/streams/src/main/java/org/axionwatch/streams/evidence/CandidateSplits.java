package org.axionwatch.streams.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axionwatch.physics.axion.AmplitudeConsistency;
import org.axionwatch.physics.axion.AmplitudeConsistency.Part;
import org.axionwatch.physics.axion.CandidateEvidence;
import org.axionwatch.records.pulsar.ConsistencyTest;
import org.axionwatch.records.pulsar.EvidenceSplit;

/** What the parts of one pulsar's data say about a cell, for the physics and packed for the record. */
final class CandidateSplits {

    private final EvidenceParts sums;
    private final List<EvidencePart> backends;

    CandidateSplits(EvidenceParts sums, FrameCounts counts) {
        this.sums = sums;
        this.backends = counts.backends().stream().map(EvidencePart::ofBackend).toList();
    }

    CandidateEvidence.Splits at(int cell) {
        return new CandidateEvidence.Splits(amplitudes(backends, cell), amplitudes(EvidencePart.HALVES, cell));
    }

    private List<Part> amplitudes(List<EvidencePart> parts, int cell) {
        return parts.stream()
                .map(part -> sums.sums(part).amplitude(cell))
                .flatMap(Optional::stream)
                .toList();
    }

    List<EvidenceSplit> pack(int cell) {
        List<EvidenceSplit> splits = new ArrayList<>();
        backends.forEach(part -> splits.add(pack(part, cell)));
        EvidencePart.HALVES.forEach(part -> splits.add(pack(part, cell)));
        return splits;
    }

    private EvidenceSplit pack(EvidencePart part, int cell) {
        PartSums partSums = sums.sums(part);
        Optional<Part> amplitude = partSums.amplitude(cell);
        return new EvidenceSplit(
                part.kind().code(),
                part.name(),
                partSums.frames(),
                amplitude.map(Part::amplitudeSeconds).orElse(null),
                amplitude.map(Part::uncertaintySeconds).orElse(null));
    }

    List<ConsistencyTest> packTests(int cell) {
        CandidateEvidence.Splits splits = at(cell);
        return List.of(pack("back-ends", splits.backendConsistency()), pack("halves", splits.halfConsistency()));
    }

    private static ConsistencyTest pack(String name, Optional<AmplitudeConsistency> test) {
        return new ConsistencyTest(
                name,
                test.isPresent(),
                test.map(AmplitudeConsistency::chiSquared).orElse(null),
                test.map(AmplitudeConsistency::degreesOfFreedom).orElse(0),
                test.map(AmplitudeConsistency::probability).orElse(null));
    }
}
