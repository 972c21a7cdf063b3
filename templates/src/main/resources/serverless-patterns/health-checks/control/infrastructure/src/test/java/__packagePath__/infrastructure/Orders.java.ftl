package [=package].infrastructure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Every order in which things can come. */
final class Orders {
    private Orders() {}

    /** Each order once, also when things are equal. */
    static List<List<String>> of(String... things) {
        return of(List.of(things));
    }

    private static List<List<String>> of(List<String> things) {
        if (things.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> orders = new ArrayList<>();
        for (String first : new LinkedHashSet<>(things)) {
            List<String> others = new ArrayList<>(things);
            others.remove(first);
            for (List<String> rest : of(others)) {
                List<String> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }
}
