#include "tests/gui/samplewindow.h"

#include "ui/healthcontroller.h"
#include "ui/pageset.h"
#include "ui/picturecontroller.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace tokenledger::test {

namespace {

/// Every picture that was asked for has come.
bool isSettled(MainWindow& window) {
    const auto sources = window.findChildren<PictureSource*>();
    return !window.controller().isSyncing() && window.controller().overviewIsCurrent() &&
           std::none_of(sources.begin(), sources.end(), [](const PictureSource* source) { return source->isBusy(); });
}

}  // namespace

bool showSettled(MainWindow& window, PageId page) {
    QSignalSpy health(window.findChild<HealthController*>(), &HealthController::healthReady);
    const bool asked = page == PageId::DataHealth && window.controller().page() != page;
    window.showPage(page);
    if (asked && !health.wait(SamplePatience)) return false;
    return QTest::qWaitFor([&window] { return isSettled(window); }, SamplePatience);
}

}  // namespace tokenledger::test
