package org.axionwatch.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axionwatch.app.SharedCluster;
import org.axionwatch.app.config.AxionSettings;
import org.axionwatch.app.health.StatusServer;
import org.axionwatch.records.pulsar.PulsarEvidence;
import org.axionwatch.records.pulsar.TimingSolution;
import org.axionwatch.streams.runtime.Accounts;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.ingest.Archive;
import org.axionwatch.topics.replay.PublishOrder;
import org.axionwatch.topics.serde.RecordJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamSessionIT {
    private static final String RESIDUAL = "residual";

    @TempDir
    private Path folder;

    @Test
    void shouldSendAnUndecodableRecordToTheDeadLettersAndGoOn() throws Exception {
        byte[] nonsense = "no Avro at all".getBytes(StandardCharsets.UTF_8);
        List<Archive> archives = Observations.read(folder, settings());
        try (StreamSession session = open("undecodable")) {
            publishBytes(session, nonsense);
            session.publish(archives, PublishOrder.asFastAsPossible());
            session.drain();
            session.export(folder, Summary.of(session.accounts(), archives));
            assertThat(session.accounts().steps().get(RESIDUAL).out()).isEqualTo(Observations.FRAMES);
            assertThat(session.accounts().steps().get(RESIDUAL).deadLettered()).isEqualTo(1);
            assertThat(session.accounts().balance()).isTrue();
        }
        JsonNode letter = new ObjectMapper()
                .readTree(Files.readAllLines(folder.resolve("dlq.jsonl")).get(0));
        assertThat(Base64.getDecoder().decode(letter.path("value").asText())).isEqualTo(nonsense);
        assertThat(letter.path("headers").path("axionwatch.reason").asText()).isEqualTo("undecodable");
    }

    @Test
    void shouldResumeWithoutLossOrDuplicatesWhenTheRegistryWasAway() throws Exception {
        List<Archive> archives = Observations.read(folder, settings());
        List<PulsarEvidence> undisturbed;
        try (StreamSession session = open("undisturbed")) {
            session.publish(archives, PublishOrder.asFastAsPossible());
            session.drain();
            undisturbed = session.read(Topics.PULSAR_EVIDENCE);
        }
        try (StreamSession session = open("outage")) {
            session.publish(archives, PublishOrder.asFastAsPossible());
            SharedCluster.get().registry().kill();
            assertThatThrownBy(session::awaitEnd)
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("schema registry")
                    .hasMessageContaining("does not answer");
        } finally {
            SharedCluster.restart();
        }
        try (StreamSession session = open("outage")) {
            session.drain();
            Accounts accounts = session.accounts();
            assertThat(accounts.steps().get(RESIDUAL).in()).isEqualTo(Observations.FRAMES);
            assertThat(accounts.steps().get(RESIDUAL).out()).isEqualTo(Observations.FRAMES);
            assertThat(accounts.balance()).isTrue();
            assertThat(session.read(Topics.PULSAR_EVIDENCE)).isEqualTo(undisturbed);
        }
    }

    @Test
    void shouldAnswerWhatTheTimingTopicSaysWhileTheProcessorsRun() throws Exception {
        List<Archive> archives = Observations.read(folder, settings());
        long toas =
                archives.stream().mapToLong(archive -> archive.account().toas()).sum();
        try (StreamSession session = open("timing");
                SessionStatus status = session.status();
                StatusServer server = StatusServer.start(0, status)) {
            session.publish(archives, PublishOrder.asFastAsPossible());
            session.drain();
            TimingSolution published =
                    session.read(Topics.PULSAR_TIMING_SOLUTION).get(0);
            String page = server.url() + "api/timing/" + published.getPulsar();
            assertThat(body(server.url() + "api/timing")).contains(published.getPulsar());
            assertThat(body(page)).isEqualTo(RecordJson.write(published));
            assertThat(published.getToas()).isEqualTo(toas);
            assertThat(body(page + "/residuals.csv").lines()).hasSize((int) toas + 1);
        }
    }

    private static String body(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void publishBytes(StreamSession session, byte[] value) throws Exception {
        String topic = session.plan().catalog().name(Topics.PULSAR_TOA_FRAME);
        try (var producer = new KafkaProducer<>(
                session.cluster().address().clientProperties(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, null, 1L, "SIM-J0001+0001", value))
                    .get();
        }
    }

    private StreamSession open(String id) {
        return StreamSession.open(SessionPlan.replay(settings(), id, folder.resolve(id)));
    }

    private static AxionSettings settings() {
        return Observations.settings(
                SharedCluster.get().bootstrapServers(), SharedCluster.get().registryUrl(), SharedCluster.dataFolder());
    }
}
