#include "ui/organizationcontroller.h"

namespace tokenledger {

OrganizationController::OrganizationController(SessionController& controller, QObject* parent)
    : PictureController(controller, parent) {}

OrganizationQuestion OrganizationController::question() const { return {controller().range(), controller().today()}; }

QFuture<Result<OrganizationView>> OrganizationController::read(const OrganizationQuestion& asked) {
    Session& session = *controller().session();
    return session.organization({asked.range, session.clock().now()});
}

}  // namespace tokenledger
