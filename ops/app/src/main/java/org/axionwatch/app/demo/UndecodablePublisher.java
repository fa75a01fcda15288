package org.axionwatch.app.demo;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axionwatch.app.session.CommandFailure;
import org.axionwatch.app.session.StreamSession;
import org.axionwatch.topics.catalog.Topics;

/** Writes a record that no schema explains to the topic of the TOA frames, as a broken producer would. */
final class UndecodablePublisher {
    private static final long ACKNOWLEDGEMENT_SECONDS = 60;

    private UndecodablePublisher() {}

    static void publish(StreamSession session, ObservingCampaign.Undecodable undecodable) {
        String topic = session.plan().catalog().name(Topics.PULSAR_TOA_FRAME);
        try (var producer = new KafkaProducer<>(
                session.cluster().address().clientProperties(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(
                            topic, null, undecodable.timestampMs(), undecodable.key(), undecodable.text()))
                    .get(ACKNOWLEDGEMENT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new CommandFailure("publishing failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted", e);
        }
    }
}
