package org.axionwatch.topics.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.axionwatch.records.alert.CandidateAlert;
import org.axionwatch.records.axion.AxionLimit;
import org.axionwatch.records.pulsar.AxionResidual;
import org.axionwatch.records.pulsar.FoldedProfileFrame;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarEvidence;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.pulsar.SignalScore;
import org.axionwatch.records.pulsar.TimingResidual;
import org.axionwatch.records.pulsar.TimingSolution;
import org.axionwatch.records.xray.SourceLikelihood;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.records.xray.XrayResponse;
import org.axionwatch.records.xray.XraySource;

/** Every topic of the data flow, in the order of the flow. {@link TopicCatalog} says what they are called on a cluster. */
public final class Topics {
    private static final String PULSAR = "pulsar (J-name)";
    private static final String SOURCE = "source id";

    public static final Topic<PulsarEphemeris> PULSAR_EPHEMERIS =
            new Topic<>("pulsar.ephemeris.v1", PULSAR, PulsarEphemeris.class, Cleanup.COMPACT);
    public static final Topic<FoldedProfileFrame> PULSAR_FOLDED_PROFILE =
            new Topic<>("pulsar.folded-profile.v1", PULSAR, FoldedProfileFrame.class, Cleanup.DELETE);
    public static final Topic<PulsarToaFrame> PULSAR_TOA_FRAME =
            new Topic<>("pulsar.toa-frame.v1", PULSAR, PulsarToaFrame.class, Cleanup.DELETE);
    public static final Topic<AxionResidual> PULSAR_AXION_RESIDUAL =
            new Topic<>("pulsar.axion-residual.v1", PULSAR, AxionResidual.class, Cleanup.DELETE);
    public static final Topic<TimingResidual> PULSAR_TIMING_RESIDUAL =
            new Topic<>("pulsar.timing-residual.v1", PULSAR, TimingResidual.class, Cleanup.DELETE);
    public static final Topic<TimingSolution> PULSAR_TIMING_SOLUTION =
            new Topic<>("pulsar.timing-solution.v1", PULSAR, TimingSolution.class, Cleanup.COMPACT);
    public static final Topic<SignalScore> PULSAR_SIGNAL_SCORE =
            new Topic<>("pulsar.signal-score.v1", PULSAR, SignalScore.class, Cleanup.DELETE);
    public static final Topic<PulsarEvidence> PULSAR_EVIDENCE =
            new Topic<>("pulsar.evidence.v1", PULSAR, PulsarEvidence.class, Cleanup.COMPACT);
    public static final Topic<XraySource> XRAY_SOURCE =
            new Topic<>("xray.source.v1", SOURCE, XraySource.class, Cleanup.COMPACT);
    public static final Topic<XrayResponse> XRAY_RESPONSE =
            new Topic<>("xray.response.v1", "response id", XrayResponse.class, Cleanup.COMPACT);
    public static final Topic<XrayEventBatch> XRAY_EVENT_BATCH =
            new Topic<>("xray.event-batch.v1", SOURCE, XrayEventBatch.class, Cleanup.DELETE);
    public static final Topic<SourceLikelihood> XRAY_SOURCE_LIKELIHOOD =
            new Topic<>("xray.source-likelihood.v1", SOURCE, SourceLikelihood.class, Cleanup.COMPACT);
    public static final Topic<AxionLimit> AXION_LIMIT =
            new Topic<>("axion.limit.v1", "hypothesis", AxionLimit.class, Cleanup.COMPACT);
    public static final Topic<CandidateAlert> ALERT_CANDIDATE =
            new Topic<>("alert.candidate.v1", "alert id", CandidateAlert.class, Cleanup.COMPACT);

    private static final List<Topic<?>> INPUTS = List.of(
            PULSAR_EPHEMERIS, PULSAR_FOLDED_PROFILE, PULSAR_TOA_FRAME, XRAY_SOURCE, XRAY_RESPONSE, XRAY_EVENT_BATCH);
    private static final List<Topic<?>> OUTPUTS = List.of(
            PULSAR_AXION_RESIDUAL,
            PULSAR_TIMING_RESIDUAL,
            PULSAR_TIMING_SOLUTION,
            PULSAR_SIGNAL_SCORE,
            PULSAR_EVIDENCE,
            XRAY_SOURCE_LIKELIHOOD,
            AXION_LIMIT,
            ALERT_CANDIDATE);

    private Topics() {}

    /** Topics that ingest fills; the step {@code toa} fills that of the TOA frames too. */
    public static List<Topic<?>> inputs() {
        return INPUTS;
    }

    /** Topics that the processors fill. */
    public static List<Topic<?>> outputs() {
        return OUTPUTS;
    }

    /** Inputs, then outputs. */
    public static List<Topic<?>> all() {
        return Stream.concat(INPUTS.stream(), OUTPUTS.stream()).toList();
    }
}
