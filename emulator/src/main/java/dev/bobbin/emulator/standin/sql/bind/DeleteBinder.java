package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.ChangePlan;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import java.util.List;

/** Binds DELETE: in place where the table stands alone, through a stage elsewhere. */
final class DeleteBinder {

    private final BindContext context;

    DeleteBinder(BindContext context) {
        this.context = context;
    }

    ChangePlan bind(Statement.Delete delete) {
        Scope scope = new Scope(context, null);
        List<Plan.CommonTable> with = ChangeBinder.with(context, scope, delete.with());
        ChangeTarget target = new TargetBinder(context, scope, delete.with(), List.of())
                .bind(delete.target().name(), delete.from());
        ExpressionBinder expressions = new ExpressionBinder(context, scope);
        Bound where = expressions.bindOrNull(delete.where());
        boolean into = delete.outputs().stream().anyMatch(output -> output.into() != null);
        if (target.plain() && with.isEmpty() && delete.top() == null && !into) {
            return new ChangePlan.Delete(
                    target.table(),
                    UpdateBinder.relation(target),
                    where,
                    OutputBinder.returning(
                            context,
                            target.table(),
                            delete.outputs().isEmpty() ? null : delete.outputs().getFirst(),
                            "deleted"));
        }
        StageBuilder stage = new StageBuilder(context, target.table(), Coercion.number(1), target.rowid());
        if (!delete.outputs().isEmpty()) {
            stage.old(target.old());
            stage.sources(scope.relations());
        }
        stage.step(ChangePlan.Action.DELETE, 1, List.of());
        return stage.finish(
                UpdateBinder.rows(target, with, where, delete.top(), expressions), delete.outputs(), false, null);
    }
}
