package org.axionwatch.app.session;

import java.nio.file.Path;
import org.axionwatch.app.config.AxionSettings;
import org.axionwatch.app.config.SettingDefinitions;
import org.axionwatch.topics.catalog.TopicCatalog;

/**
 * What a session runs on.
 *
 * @param catalog names of its topics
 * @param applicationId of its processors
 * @param folder of the embedded cluster and of the processors' state
 */
public record SessionPlan(AxionSettings settings, TopicCatalog catalog, String applicationId, Path folder) {
    /** An application and topics of its own, below the given folder. */
    public static SessionPlan replay(AxionSettings settings, String id, Path folder) {
        return new SessionPlan(
                settings,
                TopicCatalog.replay(id).withPartitions(settings.get(SettingDefinitions.PARTITIONS)),
                replayApplication(settings, id),
                folder);
    }

    /** Application id of a replay. */
    public static String replayApplication(AxionSettings settings, String id) {
        return settings.get(SettingDefinitions.APPLICATION_ID) + "-replay-" + id;
    }

    /** The live topics. */
    public static SessionPlan live(AxionSettings settings, Path folder) {
        return new SessionPlan(
                settings,
                TopicCatalog.live().withPartitions(settings.get(SettingDefinitions.PARTITIONS)),
                settings.get(SettingDefinitions.APPLICATION_ID),
                folder);
    }

    Path stateFolder() {
        return folder.resolve("state");
    }
}
