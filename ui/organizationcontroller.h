// Behind the Organization page: what the lists name, with the use of the filter bar's period. Not to be taken for
// Organizations, the menu of those that are connected. GUI thread.
#pragma once

#include "ui/picturecontroller.h"

namespace tokenledger {

struct OrganizationQuestion {
    DateRange range;
    UtcDay today;
    friend bool operator==(const OrganizationQuestion&, const OrganizationQuestion&) = default;
};

class OrganizationController : public PictureController<OrganizationQuestion, OrganizationView> {
    Q_OBJECT
public:
    /// The controller outlives it.
    explicit OrganizationController(SessionController& controller, QObject* parent = nullptr);

protected:
    [[nodiscard]] OrganizationQuestion question() const override;
    [[nodiscard]] QFuture<Result<OrganizationView>> read(const OrganizationQuestion& asked) override;
};

}  // namespace tokenledger
