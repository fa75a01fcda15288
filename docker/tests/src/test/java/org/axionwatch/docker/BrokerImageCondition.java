package org.axionwatch.docker;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

final class BrokerImageCondition implements ExecutionCondition {
    private static final String REQUIRE = "AXIONWATCH_REQUIRE";
    private static final String DOCKER = "docker";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> missing = BrokerImage.missing();
        if (missing.isPresent() && isRequired()) {
            throw new ExtensionConfigurationException(REQUIRE + " demands the container tests, but " + missing.get());
        }
        return missing.map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("the engine has the broker image"));
    }

    private static boolean isRequired() {
        String required = System.getenv().getOrDefault(REQUIRE, "");
        return List.of(required.split(",", -1)).contains(DOCKER);
    }
}
