package dev.pulsehub.testing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Fields of a bean are set while it is made, by its constructor or its {@code @PostConstruct}, and never after. */
final class SetNoFieldAfterConstruction extends ArchCondition<JavaClass> {

    SetNoFieldAfterConstruction() {
        super("set no field after construction");
    }

    @Override
    public void check(JavaClass bean, ConditionEvents events) {
        for (JavaFieldAccess access : bean.getFieldAccessesFromSelf()) {
            if (access.getAccessType() == JavaFieldAccess.AccessType.SET
                    && access.getTargetOwner().equals(bean)
                    && access.getOrigin() instanceof JavaMethod method
                    && !method.isAnnotatedWith("jakarta.annotation.PostConstruct")) {
                events.add(SimpleConditionEvent.violated(access, access.getDescription()));
            }
        }
    }

    static DescribedPredicate<JavaMethodCall> callOf(String owner, String method) {
        return DescribedPredicate.describe(
                owner + "." + method,
                call -> call.getTargetOwner().getName().equals(owner)
                        && call.getName().equals(method));
    }
}
