// Behind the Budgets page: how the budgets stand, the days that stand out, and what is changed about both. GUI thread.
#pragma once

#include "app/finance/budgetfile.h"
#include "app/reports/budgetview.h"
#include "ui/picturecontroller.h"

namespace tokenledger {

/// A file of budgets as it was read, to be shown before anything is stored.
struct BudgetImport {
    QString fileName;
    QString sha256;
    BudgetFile file;
};

class BudgetsController : public PictureController<DateRange, BudgetView> {
    Q_OBJECT
public:
    /// The controller outlives it.
    explicit BudgetsController(SessionController& controller, QObject* parent = nullptr);

    /// Why budgets cannot be changed now; empty: they can.
    [[nodiscard]] QString whyNotWritable() const;
    // changed() or changeFailed() follows.
    /// `before`: the name it had; empty: it is new.
    void save(const Budget& budget, const QString& before);
    void remove(const QString& name);
    void acknowledge(const StandOutDay& day, const QString& note);
    void store(const BudgetImport& import);
    /// importRead() or changeFailed() follows; nothing is stored.
    void readFile(const QString& path);

signals:
    void importRead(const tokenledger::BudgetImport& import);
    void changed(const QString& sentence);
    void changeFailed(const tokenledger::Error& error);

protected:
    [[nodiscard]] DateRange question() const override { return controller().range(); }
    [[nodiscard]] QFuture<Result<BudgetView>> read(const DateRange& asked) override;

private:
    void apply(std::vector<DefinitionChange> changes, const QString& sentence,
               const std::optional<BudgetImport>& import = std::nullopt);
};

}  // namespace tokenledger
