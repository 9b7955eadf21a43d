# The disk image for macOS. Signing and notarising are steps of their own: sign.sh beside this file.
set(CPACK_DMG_VOLUME_NAME Canter)
set(CPACK_DMG_FORMAT UDZO)
if(APPLE AND CANTER_QT)
  set_target_properties(canter PROPERTIES
    MACOSX_BUNDLE ON
    OUTPUT_NAME Canter
    MACOSX_BUNDLE_INFO_PLIST ${PROJECT_SOURCE_DIR}/packaging/macos/Info.plist.in)
  target_sources(canter PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/icons/drawn/canter.icns)
  set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/icons/drawn/canter.icns PROPERTIES
    GENERATED ON MACOSX_PACKAGE_LOCATION Resources)
  add_dependencies(canter canter-icons)
endif()
