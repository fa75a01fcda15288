package org.axionwatch.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.axionwatch.records.TrustedRecords;
import org.axionwatch.records.alert.CandidateAlert;
import org.axionwatch.records.alert.NoticeType;
import org.axionwatch.records.alert.Tense;
import org.axionwatch.records.pulsar.PulsarEvidence;
import org.axionwatch.records.pulsar.ResonanceGrid;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.records.xray.ExpectedLimits;
import org.axionwatch.records.xray.SourceLikelihood;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecoveryTableTest {
    private static final Injection RESONANCE =
            new Injection("SIM-A", Injection.Kind.PULSAR, 1500.0, 2.0, new Injection.Scale("us", 1e6));
    private static final Injection NULL_PULSAR =
            new Injection("SIM-A", Injection.Kind.PULSAR, null, 0, new Injection.Scale("us", 1e6));
    private static final Injection STAR = new Injection(
            "J1856", Injection.Kind.MAGNIFICENT_SEVEN, null, 1.5, new Injection.Scale("1e-15 erg/cm2/s", 22.0));

    @BeforeAll
    static void trustRecords() {
        TrustedRecords.trust();
    }

    @Test
    void shouldCallAResonanceRecoveredWhenMassAndAmplitudeAgree() {
        Recovery row = Recovery.of(RESONANCE, pulsar(1503, 2.3e-6, 1e-7, alert("SIM-A", NoticeType.UPDATE, 1503.0)));
        assertThat(row.verdict()).isEqualTo(Verdict.RECOVERED);
        assertThat(row.pull()).isCloseTo(3, within(1e-9));
    }

    @Test
    void shouldCallTheMassWrongWhenItIsFurtherOffThanTheHalfWidth() {
        Recovery row = Recovery.of(RESONANCE, pulsar(1506, 2e-6, 1e-7, alert("SIM-A", NoticeType.INITIAL, 1506.0)));
        assertThat(row.verdict()).isEqualTo(Verdict.WRONG_MASS);
    }

    @Test
    void shouldCallTheAmplitudeWrongBeyondFourErrors() {
        Recovery row = Recovery.of(RESONANCE, pulsar(1500, 2.41e-6, 1e-7, alert("SIM-A", NoticeType.INITIAL, 1500.0)));
        assertThat(row.verdict()).isEqualTo(Verdict.WRONG_AMPLITUDE);
    }

    @Test
    void shouldCallAResonanceMissedWithoutAStandingCandidate() {
        assertThat(Recovery.of(RESONANCE, pulsar(1500, 2e-6, 1e-7)).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(Recovery.of(RESONANCE, pulsar(1500, 2e-6, 1e-7, alert("SIM-A", NoticeType.RETRACTION, 1500.0)))
                        .verdict())
                .isEqualTo(Verdict.MISSED);
    }

    @Test
    void shouldCallAnyCandidateOfANullPulsarAFalseAlarmEvenAfterItsRetraction() {
        Recovery row =
                Recovery.of(NULL_PULSAR, pulsar(1500, 2e-6, 1e-7, alert("SIM-A", NoticeType.RETRACTION, 1500.0)));
        assertThat(row.verdict()).isEqualTo(Verdict.FALSE_ALARM);
    }

    @Test
    void shouldCallANullPulsarSilentWhateverItsBestCellHolds() {
        Recovery row = Recovery.of(NULL_PULSAR, pulsar(1500, 3e-7, 1e-7));
        assertThat(row.verdict()).isEqualTo(Verdict.SILENT);
        assertThat(row.pull()).isNull();
    }

    @Test
    void shouldCompareAStarInTheUnitOfTableI() {
        Recovery row = Recovery.of(STAR, xray("J1856", 0.1, 0.02));
        assertThat(row.verdict()).isEqualTo(Verdict.SILENT);
        assertThat(row.pull()).isCloseTo((2.2 - 1.5) / 0.44, within(1e-9));
        assertThat(Recovery.of(STAR, xray("J1856", 0.1, 0.001)).verdict()).isEqualTo(Verdict.WRONG_AMPLITUDE);
    }

    @Test
    void shouldTakeThePullOfALopsidedLikelihoodFromItsProfile() {
        SourceLikelihood lopsided = xray("J1856", 1, 1).likelihoods().get("J1856");
        lopsided.setProfile(List.of(64.0, 0.0, 9.0));
        assertThat(ProfilePull.at(lopsided, 6)).isCloseTo(-3, within(1e-12));
        assertThat(ProfilePull.at(lopsided, 3.5)).isCloseTo(-1.5, within(1e-12));
        assertThat(ProfilePull.at(lopsided, -4)).isCloseTo(8, within(1e-12));
        assertThat(ProfilePull.at(lopsided, 11)).isCloseTo(-6, within(1e-12));
    }

    @Test
    void shouldSayWhichSourceGaveNoResult() {
        RecoveryTable table =
                RecoveryTable.compare(List.of(RESONANCE, STAR), new CampaignOutputs(Map.of(), Map.of(), List.of()));
        assertThat(table.holds()).isFalse();
        assertThat(table.failures())
                .isEqualTo("SIM-A: no result in the output topics; J1856: no result in the output topics");
        assertThat(table.json()).hasSize(2);
        assertThat(table.cells()).hasSize(2).allSatisfy(row -> assertThat(row).hasSameSizeAs(table.header()));
    }

    private static CampaignOutputs pulsar(double frequencyMHz, double seconds, double error, CandidateAlert... alerts) {
        PulsarEvidence evidence = PulsarEvidence.newBuilder()
                .setPulsar("SIM-A")
                .setFrames(3)
                .setChannels(300)
                .setPositiveFrames(3)
                .setPositiveFraction(1)
                .setFirstEpoch(new MjdInstant(58_000, 0.0))
                .setLastEpoch(new MjdInstant(58_001, 0.0))
                .setModelId("matched-filter")
                .setGrid(new ResonanceGrid(1000.0, 2.0, 501, "LORENTZIAN", 5.0))
                .setAmplitudesSeconds(List.of())
                .setAmplitudeUncertaintiesSeconds(List.of())
                .setUpperLimitsSeconds(List.of())
                .setBestResonanceFrequencyMHz(frequencyMHz)
                .setBestResonanceFrequencyUncertaintyMHz(0.6)
                .setBestResonanceFrequencyUncertaintyMHz(0.6)
                .setBestAxionMassEv(1.2e-5)
                .setBestAmplitudeSeconds(seconds)
                .setBestAmplitudeUncertaintySeconds(error)
                .setLocalSignificance(seconds / error)
                .setGlobalSignificance(seconds / error)
                .setTrials(501)
                .setLogMarginalLikelihoodRatio(1)
                .build();
        return new CampaignOutputs(Map.of("SIM-A", evidence), Map.of(), Arrays.asList(alerts));
    }

    private static CampaignOutputs xray(String source, double amplitude, double error) {
        SourceLikelihood likelihood = SourceLikelihood.newBuilder()
                .setSource(source)
                .setSourceVersion(1)
                .setHypothesis("nucleon-photon")
                .setAxionMassEv(0)
                .setBatches(1)
                .setEvents(10)
                .setCounts(List.of(1L, 2L))
                .setOutside(List.of())
                .setExposureSeconds(5000)
                .setAmplitudes(List.of(amplitude - 5 * error, amplitude, amplitude + 5 * error))
                .setProfile(List.of(25.0, 0.0, 25.0))
                .setBackgroundAmplitudes(List.of())
                .setBestAmplitude(amplitude)
                .setBestAmplitudeUncertainty(error)
                .setTestStatistic(1)
                .setSignificance(1)
                .setUpperLimitAmplitude(1)
                .setPowerConstrainedLimitAmplitude(1)
                .setExpected(new ExpectedLimits(null, 1.0, null, null))
                .setCouplingUnit("GeV^-1")
                .build();
        return new CampaignOutputs(Map.of(), Map.of(source, likelihood), List.of());
    }

    private static CandidateAlert alert(String subject, NoticeType type, Double frequencyMHz) {
        return CandidateAlert.newBuilder()
                .setAlertId("id-" + subject)
                .setRevision(1)
                .setTense(Tense.INJECTION)
                .setType(type)
                .setHypothesis("axion-pulsar-delay")
                .setSubject(subject)
                .setEpoch(new MjdInstant(58_000, 0.0))
                .setResonanceFrequencyMHz(frequencyMHz)
                .setResolutionMHz(5.0)
                .setAmplitude(2e-6)
                .setAmplitudeUncertainty(1e-7)
                .setAmplitudeUnit("s")
                .setLocalSignificance(20)
                .setGlobalSignificance(19)
                .setObservations(3)
                .setSummary("candidate")
                .build();
    }
}
