package org.axionwatch.bench;

import java.util.List;
import org.axionwatch.topics.catalog.Topic;

/**
 * Where the messages of a load enter the axion topology, and what has to be there before them.
 *
 * @param unit what is counted, in plural
 * @param step the first step that processes them
 * @param input the topic they go to
 * @param contextTopic the topic of what describes them
 * @param context one description for each key
 */
record Flow(String unit, String step, Topic<?> input, Topic<?> contextTopic, List<Message> context) {
    Flow {
        context = List.copyOf(context);
    }
}
