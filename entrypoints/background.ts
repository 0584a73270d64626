import { defineBackground } from 'wxt/utils/define-background'
import { browser } from '../utils/browser/api.ts'
import { serve } from '../utils/browser/messages.ts'
import { askers } from './wiring/askers.ts'
import { onCommand } from './wiring/commands.ts'
import { onAlarm, onStart } from './wiring/housekeeping.ts'
import { libraryService } from './wiring/library-service.ts'
import { createMenus, onMenuClicked } from './wiring/menus.ts'
import { onOmniboxEntered, onOmniboxTyped, startOmnibox } from './wiring/omnibox.ts'
import { resumeJobs } from './wiring/picture-jobs.ts'
import { onTabUpdated } from './wiring/saved-mark.ts'
import { welcome } from './wiring/welcome.ts'

// Every listener is added before anything is awaited: a worker that was woken for an event must find its listener.
export default defineBackground(() => {
  serve(libraryService, askers)
  browser.runtime.onInstalled.addListener(createMenus)
  browser.runtime.onInstalled.addListener(welcome)
  browser.tabs.onUpdated.addListener(onTabUpdated)
  browser.alarms.onAlarm.addListener(onAlarm)
  browser.permissions.onAdded.addListener(resumeJobs)
  browser.contextMenus?.onClicked.addListener(onMenuClicked)
  browser.commands?.onCommand.addListener(onCommand)
  browser.omnibox?.onInputStarted.addListener(startOmnibox)
  browser.omnibox?.onInputChanged.addListener(onOmniboxTyped)
  browser.omnibox?.onInputEntered.addListener(onOmniboxEntered)
  void onStart()
})
