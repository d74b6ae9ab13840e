package dev.pulsehub.testing.property;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * {@code make verify}: every property tries {@code pulsehub.verify.tries} times, from the seed
 * {@code pulsehub.verify.seed} or a new one. Without the first, each keeps its own small budget and fixed seed.
 */
public final class LongSearch implements AroundPropertyHook {

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        Integer tries = Integer.getInteger("pulsehub.verify.tries");
        if (tries != null) {
            String seed = System.getProperty("pulsehub.verify.seed", Long.toString(System.nanoTime()));
            context.attributes().setTries(tries);
            context.attributes().setSeed(seed);
            System.getLogger(LongSearch.class.getName())
                    .log(System.Logger.Level.INFO, "{0}: {1} tries from seed {2}", context.label(), tries, seed);
        }
        return property.execute();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public int aroundPropertyProximity() {
        return -100;
    }
}
