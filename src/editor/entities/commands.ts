import type { Command } from '../commands/command';
import type { EntitiesContext } from './context';
import { addAlias } from './add-alias';
import { changeEntityType } from './change-entity-type';
import { createMissingEntity } from './create-missing-entity';
import { deleteEntity } from './delete-entity';
import { editEntity } from './edit-entity';
import { goToEntity } from './go-to-entity';
import { importRegistry } from './import-registry';
import { mergeEntity } from './merge-entity';
import { moveEntityAlias } from './move-entity-alias';
import { newEntity } from './new-entity';
import { openEntityPage } from './open-entity-page';
import { removeEntityAlias } from './remove-entity-alias';
import { renameEntity } from './rename-entity';
import { showEntityHistory } from './show-entity-history';
import { showMentions } from './show-mentions';
import { splitEntity } from './split-entity';

export const entityCommands: readonly Command<EntitiesContext>[] = [
  addAlias,
  changeEntityType,
  createMissingEntity,
  deleteEntity,
  editEntity,
  goToEntity,
  importRegistry,
  mergeEntity,
  moveEntityAlias,
  newEntity,
  openEntityPage,
  removeEntityAlias,
  renameEntity,
  showEntityHistory,
  showMentions,
  splitEntity,
];
