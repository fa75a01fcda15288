package org.axionwatch.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.topics.ingest.ArchiveRecord;
import org.junit.jupiter.api.Test;

class ObservingCampaignTest {
    private static final CampaignOptions SIGNALS = new CampaignOptions(true, 12);
    private static final CampaignOptions SILENCE = new CampaignOptions(false, 12);

    @Test
    void shouldBeTheSameByteForByteWhenTheSeedIsTheSame() throws IOException {
        assertThat(bytes(generate(7, SIGNALS))).isEqualTo(bytes(generate(7, SIGNALS)));
    }

    @Test
    void shouldDifferInDataMassAndAmplitudesWhenTheSeedDiffers() throws IOException {
        ObservingCampaign one = generate(7, SIGNALS);
        ObservingCampaign other = generate(8, SIGNALS);
        assertThat(bytes(one)).isNotEqualTo(bytes(other));
        assertThat(resonance(one).resonanceFrequencyMHz())
                .isNotEqualTo(resonance(other).resonanceFrequencyMHz());
        assertThat(excess(one).amplitude()).isNotEqualTo(excess(other).amplitude());
    }

    @Test
    void shouldInjectOneResonanceInRangeOneExcessAndTableI() {
        ObservingCampaign campaign = generate(3, SIGNALS);
        assertThat(campaign.injections()).hasSize(13);
        assertThat(campaign.injections().stream().filter(Injection::mustAlert)).hasSize(2);
        assertThat(resonance(campaign).resonanceFrequencyMHz()).isBetween(1050.0, 1950.0);
        assertThat(campaign.injections().stream()
                        .filter(injection -> injection.kind() == Injection.Kind.MAGNIFICENT_SEVEN)
                        .map(Injection::amplitude))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b))
                .containsExactly(0.0, 1.5, 0.7, 2.3, 0.9, 0.0, 3.1);
    }

    @Test
    void shouldInjectNothingWithoutSignals() {
        assertThat(generate(3, SILENCE).injections())
                .allSatisfy(injection -> assertThat(injection.amplitude()).isZero())
                .noneMatch(Injection::mustAlert);
    }

    @Test
    void shouldRepeatOneFrameAndOneBatchAndContainOneFrameTooShortForTheSearch() {
        List<ArchiveRecord> records = generate(3, SIGNALS).archive().data();
        List<String> frames = new ArrayList<>();
        List<String> batches = new ArrayList<>();
        long tooShort = 0;
        for (ArchiveRecord record : records) {
            if (record.value() instanceof PulsarToaFrame frame) {
                frames.add(frame.getFrameId());
                tooShort += frame.getChannels().size() < 8 ? 1 : 0;
            } else if (record.value() instanceof XrayEventBatch batch) {
                batches.add(batch.getBatchId());
            }
        }
        assertThat(frames.size() - frames.stream().distinct().count()).isEqualTo(1);
        assertThat(batches.size() - batches.stream().distinct().count()).isEqualTo(1);
        assertThat(tooShort).isEqualTo(1);
    }

    private static ObservingCampaign generate(long seed, CampaignOptions options) {
        return ObservingCampaign.generate(seed, options, done -> {});
    }

    private static Injection resonance(ObservingCampaign campaign) {
        return campaign.injections().stream()
                .filter(injection -> injection.resonanceFrequencyMHz() != null)
                .findFirst()
                .orElseThrow();
    }

    private static Injection excess(ObservingCampaign campaign) {
        return campaign.injections().stream()
                .filter(injection -> injection.kind() == Injection.Kind.X_RAY_EXCESS)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytes(ObservingCampaign campaign) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        List<ArchiveRecord> records = new ArrayList<>(campaign.archive().definitions());
        records.addAll(campaign.archive().data());
        for (ArchiveRecord record : records) {
            encoder.writeString(record.key());
            encoder.writeLong(record.timestampMs());
            new SpecificDatumWriter<SpecificRecord>(record.value().getSchema()).write(record.value(), encoder);
        }
        encoder.flush();
        bytes.write(campaign.undecodable().toString().getBytes(StandardCharsets.UTF_8));
        bytes.write(campaign.injections().toString().getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
