package org.axionwatch.app.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.axionwatch.app.config.AxionSettings;
import org.axionwatch.app.config.Setting;
import org.axionwatch.app.config.SettingDefinitions;
import org.axionwatch.app.config.SettingsException;

/**
 * Where broker and registry are.
 *
 * @param bootstrapServers {@code HOST:PORT[,HOST:PORT...]}
 * @param registryUrl Confluent's API
 * @param kafkaProperties for every Kafka client, secrets included
 */
public record ClusterAddress(String bootstrapServers, String registryUrl, Map<String, String> kafkaProperties) {
    public ClusterAddress {
        kafkaProperties = Map.copyOf(kafkaProperties);
    }

    /** @throws SettingsException where brokers or registry are not set */
    public static ClusterAddress of(AxionSettings settings) {
        String bootstrap = require(settings, SettingDefinitions.BOOTSTRAP);
        String registry = require(settings, SettingDefinitions.REGISTRY);
        return new ClusterAddress(bootstrap, registry, settings.kafkaProperties());
    }

    private static String require(AxionSettings settings, Setting<String> setting) {
        return settings.find(setting)
                .orElseThrow(() -> new SettingsException(List.of("an existing cluster is needed: set " + setting.flag()
                        + ", " + setting.environmentVariable() + " or " + setting.name() + " in the settings file")));
    }

    /** A new map with the user's properties and the brokers, which go before them. */
    public Map<String, Object> clientProperties() {
        Map<String, Object> properties = new HashMap<>(kafkaProperties);
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return properties;
    }

    /** Without the properties, which may hold secrets. */
    @Override
    public String toString() {
        return bootstrapServers + " with registry " + registryUrl;
    }
}
