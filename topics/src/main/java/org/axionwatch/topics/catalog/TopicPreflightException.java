package org.axionwatch.topics.catalog;

import java.util.List;

/** The topics of a cluster are not what the catalogue wants; lists every problem. */
public final class TopicPreflightException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public TopicPreflightException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line a problem, each beginning with the topic's name where it concerns one. */
    public List<String> problems() {
        return problems;
    }
}
