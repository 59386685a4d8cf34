import { Body, Controller, Delete, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/auth/access.js';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { UuidParam } from '../../platform/http/params.js';
import { Changed, PrefersMinimal } from '../../platform/http/prefer.js';
import { IfMatch } from '../../platform/http/version.js';
import { AddEditCommand } from './commands/add-edit.command.js';
import { DeleteEditCommand } from './commands/delete-edit.command.js';
import { ResolveConflictCommand } from './commands/resolve-conflict.command.js';
import { SavePlaceCommand } from './commands/save-place.command.js';
import { SaveTextCommand } from './commands/save-text.command.js';
import { AddEditDto, ResolutionDto, SaveEditDto } from './dto/edit-input.dto.js';
import { EditDto } from './dto/edit.dto.js';
import { isPlace } from './edit-input.js';

@ApiTags('amendments')
@Controller('amendments/:id/edits')
export class EditsController {
  constructor(
    private readonly addEdit: AddEditCommand,
    private readonly saveText: SaveTextCommand,
    private readonly savePlace: SavePlaceCommand,
    private readonly deleteEdit: DeleteEditCommand,
    private readonly resolveConflict: ResolveConflictCommand,
  ) {}

  @Post()
  @Requires('amendment.write')
  @ApiOperation({ operationId: 'addEdit' })
  @ApiCreatedResponse({ type: EditDto })
  add(@UuidParam('id') id: string, @Body() input: AddEditDto, @CurrentActor() actor: Actor): Promise<EditDto> {
    return this.addEdit.run(id, input, actor);
  }

  @Put(':editId')
  @Requires('amendment.write')
  @ApiOperation({ operationId: 'saveEdit' })
  @ApiOkResponse({ type: EditDto })
  @ApiNoContentResponse({ description: 'To `Prefer: return=minimal`; the ETag is the new version.' })
  async save(
    @UuidParam('id') amendmentId: string,
    @UuidParam('editId') editId: string,
    @Body() input: SaveEditDto,
    @IfMatch() seen: number,
    @PrefersMinimal() minimal: boolean,
    @CurrentActor() actor: Actor,
  ): Promise<EditDto | Changed> {
    if (isPlace(input)) return this.savePlace.run({ amendmentId, editId }, input, seen, actor);
    const { version, whole } = await this.saveText.run({ amendmentId, editId, seen, minimal }, input, actor);
    return minimal ? new Changed(version) : whole();
  }

  @Delete(':editId')
  @HttpCode(204)
  @Requires('amendment.write')
  @ApiOperation({ operationId: 'deleteEdit' })
  @ApiNoContentResponse()
  async delete(
    @UuidParam('id') amendmentId: string,
    @UuidParam('editId') editId: string,
    @IfMatch() seen: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.deleteEdit.run(amendmentId, editId, seen, actor);
  }

  @Post(':editId/resolution')
  @HttpCode(200)
  @Requires('amendment.write')
  @ApiOperation({ operationId: 'resolveConflict' })
  @ApiOkResponse({ type: EditDto })
  resolve(
    @UuidParam('id') amendmentId: string,
    @UuidParam('editId') editId: string,
    @Body() input: ResolutionDto,
    @IfMatch() seen: number,
    @CurrentActor() actor: Actor,
  ): Promise<EditDto> {
    return this.resolveConflict.run({ amendmentId, editId, input }, seen, actor);
  }
}
