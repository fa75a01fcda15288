package org.axionwatch.topics.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics a cluster lacks and verifies those it has. */
public final class TopicPreflight {
    private final Admin admin;
    private final Duration timeout;

    /** @param timeout longest wait for one answer of the cluster */
    public TopicPreflight(Admin admin, Duration timeout) {
        this.admin = admin;
        this.timeout = timeout;
    }

    /** The topics that {@link #createOrVerify} would create, in catalogue order; changes nothing. */
    public List<TopicSettings> missing(List<TopicSettings> wanted) {
        var existing = await(admin.listTopics().names(), "list topics");
        return wanted.stream().filter(topic -> !existing.contains(topic.name())).toList();
    }

    /**
     * Creates the missing topics with the cluster's default replication and verifies the others.
     *
     * @return the topics created
     * @throws TopicPreflightException with every problem found; nothing is created when an existing topic is wrong
     */
    public List<TopicSettings> createOrVerify(List<TopicSettings> wanted) {
        List<TopicSettings> missing = missing(wanted);
        List<TopicSettings> present =
                wanted.stream().filter(topic -> !missing.contains(topic)).toList();
        refuse(mismatches(present));
        create(missing);
        return missing;
    }

    /**
     * Verifies that every topic exists as wanted.
     *
     * @throws TopicPreflightException with every problem found
     */
    public void check(List<TopicSettings> wanted) {
        List<TopicSettings> missing = missing(wanted);
        List<String> problems = new ArrayList<>();
        missing.forEach(topic -> problems.add(topic.name() + ": does not exist"));
        problems.addAll(mismatches(
                wanted.stream().filter(topic -> !missing.contains(topic)).toList()));
        refuse(problems);
    }

    private void create(List<TopicSettings> missing) {
        List<NewTopic> topics = missing.stream().map(TopicPreflight::newTopic).toList();
        List<String> problems = new ArrayList<>();
        admin.createTopics(topics).values().forEach((name, created) -> {
            try {
                created.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    problems.add(name + ": cannot be created: " + reason(e));
                }
            } catch (TimeoutException e) {
                problems.add(name + ": cannot be created: no answer in " + timeout);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        });
        refuse(problems);
    }

    private static NewTopic newTopic(TopicSettings topic) {
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                .configs(topic.configuration());
    }

    private List<String> mismatches(List<TopicSettings> topics) {
        if (topics.isEmpty()) {
            return List.of();
        }
        Map<String, ConfigResource> resources = topics.stream()
                .map(TopicSettings::name)
                .collect(Collectors.toMap(
                        Function.identity(), name -> new ConfigResource(ConfigResource.Type.TOPIC, name)));
        Map<String, TopicDescription> descriptions =
                await(admin.describeTopics(resources.keySet()).allTopicNames(), "describe topics");
        Map<ConfigResource, Config> configs =
                await(admin.describeConfigs(resources.values()).all(), "describe topic settings");
        List<String> problems = new ArrayList<>();
        for (TopicSettings topic : topics) {
            TopicDescription description = descriptions.get(topic.name());
            Config config = configs.get(resources.get(topic.name()));
            if (description != null && config != null) {
                compare(topic, description, config, problems);
            }
        }
        return problems;
    }

    private static void compare(
            TopicSettings wanted, TopicDescription description, Config config, Collection<String> problems) {
        int partitions = description.partitions().size();
        if (partitions != wanted.partitions()) {
            problems.add("%s: partitions is %d, must be %d".formatted(wanted.name(), partitions, wanted.partitions()));
        }
        wanted.configuration().forEach((key, value) -> {
            ConfigEntry entry = config.get(key);
            String actual = entry == null ? "absent" : entry.value();
            if (!value.equals(actual)) {
                problems.add("%s: %s is %s, must be %s".formatted(wanted.name(), key, actual, value));
            }
        });
    }

    private <T> T await(KafkaFuture<T> future, String what) {
        try {
            return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new TopicPreflightException(List.of("cannot " + what + ": " + reason(e)));
        } catch (TimeoutException e) {
            throw new TopicPreflightException(List.of("cannot " + what + ": no answer in " + timeout));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static TopicPreflightException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new TopicPreflightException(List.of("interrupted while waiting for the cluster"));
    }

    private static String reason(ExecutionException e) {
        return String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new TopicPreflightException(problems);
        }
    }
}
