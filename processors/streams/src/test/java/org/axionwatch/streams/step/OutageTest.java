package org.axionwatch.streams.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class OutageTest {

    @Test
    void shouldBlameTheRecordWhenSchemaIsUnknownOrBytesEndEarly() {
        assertThat(Outage.isCauseOf(wrapped(new RestClientException("Schema not found", 404, 40403))))
                .isFalse();
        assertThat(Outage.isCauseOf(wrapped(new EOFException()))).isFalse();
        assertThat(Outage.isCauseOf(new SerializationException("Unknown magic byte!")))
                .isFalse();
    }

    @Test
    void shouldBlameTheInfrastructureWhenRegistryFailsOrCannotBeReached() {
        assertThat(Outage.isCauseOf(wrapped(new RestClientException("Internal error", 500, 50001))))
                .isTrue();
        assertThat(Outage.isCauseOf(wrapped(new RestClientException("Unauthorized", 401, 40101))))
                .isTrue();
        assertThat(Outage.isCauseOf(wrapped(new ConnectException("Connection refused"))))
                .isTrue();
        assertThat(Outage.isCauseOf(wrapped(new SocketTimeoutException()))).isTrue();
        assertThat(Outage.isCauseOf(new TimeoutException("no answer"))).isTrue();
    }

    private static Exception wrapped(Exception cause) {
        return new SerializationException("Error deserializing Avro message", cause);
    }
}
