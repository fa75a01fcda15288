package org.axionwatch.streams.step;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.axionwatch.topics.catalog.Topic;
import org.axionwatch.topics.catalog.TopicCatalog;
import org.axionwatch.topics.serde.RecordSerdes;

/**
 * What every step needs to read and write its topics.
 *
 * @param catalog what the topics are called, live or in a replay
 * @param serdes how records become bytes
 */
public record StepTopics(TopicCatalog catalog, RecordSerdes serdes) {

    /** Values as bytes: the step decodes them with a {@link RecordDecoder} of its own. */
    public KStream<String, byte[]> read(StreamsBuilder builder, Topic<?> topic, String step) {
        return builder.stream(
                catalog.name(topic),
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName(readName(topic, step)));
    }

    /** What a counted processor of a step reads. */
    public <T extends SpecificRecord> StepInput<T> input(
            String step, String unit, Topic<T> topic, Function<T, String> keyOf) {
        return new StepInput<>(step, unit, () -> decoder(topic, keyOf));
    }

    /** A new decoder of a topic, not counted by any ledger. */
    public <T extends SpecificRecord> RecordDecoder<T> decoder(Topic<T> topic, Function<T, String> keyOf) {
        return new RecordDecoder<>(
                topic.valueType(), catalog.name(topic), serdes.deserializer(SpecificRecord.class), keyOf);
    }

    public <T extends SpecificRecord> void publish(KStream<String, T> stream, Topic<T> topic) {
        stream.to(
                catalog.name(topic),
                Produced.with(Serdes.String(), values(topic)).withName("write-" + plain(topic)));
    }

    public <T extends SpecificRecord> Serde<T> values(Topic<T> topic) {
        return serdes.values(topic.valueType());
    }

    private static String readName(Topic<?> topic, String step) {
        return step + "-reads-" + plain(topic);
    }

    private static String plain(Topic<?> topic) {
        return topic.name().replace('.', '-');
    }
}
